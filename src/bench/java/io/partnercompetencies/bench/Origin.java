package io.partnercompetencies.bench;

import io.partnercompetencies.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;

/** What a generated database keeps of its making, in a schema of its own; last of all, so that a half-made one has none. */
final class Origin {

    private static final Path MIGRATIONS = Path.of("target", "classes", "db", "migration");

    private Origin() {}

    static void keep(Database database, Instant origin) throws IOException, SQLException {
        database.change("create schema bench");
        database.change("create table bench.origin (version text not null, at timestamptz not null)");
        database.change("insert into bench.origin values (?, ?::timestamptz)", version(), origin.toString());
    }

    /** Whether the same would be made today. */
    static boolean isCurrent(Database database) throws IOException, SQLException {
        return database.number("select count(*) from pg_tables where schemaname = 'bench' and tablename = 'origin'")
                        == 1
                && database.text("select version from bench.origin").equals(version());
    }

    static Instant of(Database database) throws SQLException {
        return Instant.parse(database.text(
                "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from bench.origin"));
    }

    /** Of the generator, the schema and the catalogue. */
    private static String version() throws IOException {
        var checksum = new CRC32();
        try (var files = Files.list(MIGRATIONS)) {
            var sorted = files.toArray(Path[]::new);
            Arrays.sort(sorted);
            for (var file : sorted) {
                checksum.update(Files.readAllBytes(file));
            }
        }
        return Generator.VERSION + "/" + checksum.getValue() + "/"
                + Catalogue.builtIn().fingerprint();
    }
}
