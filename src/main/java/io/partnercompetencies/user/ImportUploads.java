package io.partnercompetencies.user;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.CsvFile;
import io.partnercompetencies.http.CsvHeader;
import io.partnercompetencies.http.StreamedBodies;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores a file while it arrives, in portions; until the last one is there, nobody sees anything of it. */
@Singleton
class ImportUploads {

    private static final List<String> NEEDED = List.of("firstName", "lastName", "displayName", "email");
    private static final List<String> SPARE = List.of("roles");

    static final int MOST_ROWS = 10_000;

    private static final int PORTION = 500;

    /** A file that is complete and waits to be accepted. */
    record Arrived(UUID organizationId, UUID id, int rows) {}

    private final Database database;
    private final ImportRepository imports;
    private final OrganizationService organizations;
    private final ImportCheck check;
    private final StreamedBodies bodies;
    private final Clock clock;

    ImportUploads(
            Database database,
            ImportRepository imports,
            OrganizationService organizations,
            ImportCheck check,
            StreamedBodies bodies,
            Clock clock) {
        this.database = database;
        this.imports = imports;
        this.organizations = organizations;
        this.check = check;
        this.bodies = bodies;
        this.clock = clock;
    }

    Uni<Arrived> store(UUID organizationId, Importer importer, InputStream body) {
        var id = database.newId();
        return organizations
                .get(organizationId)
                .chain(() -> bodies.read(() -> {
                    try (var file = new CsvFile(body)) {
                        return new Arrived(organizationId, id, store(organizationId, id, importer, file));
                    }
                }))
                .onFailure()
                .call(() -> imports.discard(organizationId, id).onFailure().recoverWithNull());
    }

    /** What was not accepted is forgotten; what has been is left alone. */
    Uni<Integer> discard(Arrived arrived) {
        return imports.discard(arrived.organizationId(), arrived.id());
    }

    /** @return how many rows the file has */
    private int store(UUID organizationId, UUID id, Importer importer, CsvFile file) {
        var header = CsvHeader.of(file.header(), NEEDED, SPARE);
        StreamedBodies.await(imports.open(organizationId, id, importer, clock.instant()));
        var portion = new ArrayList<ImportedRow>(PORTION);
        var cells = file.next();
        for (; cells != null; cells = file.next()) {
            if (file.row() > MOST_ROWS) {
                throw Refusal.invalid("", "The file has more than %d rows. Send it in parts.".formatted(MOST_ROWS));
            }
            portion.add(check.check(file.row(), header, cells, importer.roles()));
            if (portion.size() == PORTION) {
                StreamedBodies.await(imports.stage(organizationId, id, List.copyOf(portion)));
                portion.clear();
            }
        }
        int rows = file.row() - 1;
        if (rows == 0) {
            throw Refusal.invalid("", "The file has a header and no rows.");
        }
        if (!portion.isEmpty()) {
            StreamedBodies.await(imports.stage(organizationId, id, portion));
        }
        return rows;
    }
}
