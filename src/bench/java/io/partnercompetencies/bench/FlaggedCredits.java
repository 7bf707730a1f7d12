package io.partnercompetencies.bench;

import java.sql.SQLException;

/** The credits as a service would keep them that counts by a flag: for one statement that does nothing else. */
final class FlaggedCredits {

    private static final String INDEXES = """
            select coalesce(string_agg(replace(indexdef, ' ON public.credit ', ' ON bench.credit '), '; '), '')
            from pg_indexes where schemaname = 'public' and tablename = 'credit'""";

    private FlaggedCredits() {}

    static void make(Database database) throws SQLException {
        database.change("drop table if exists bench.credit");
        database.change("create table bench.credit (like public.credit including defaults including constraints)");
        database.change("alter table bench.credit add counted boolean not null default false");
        database.change("""
                insert into bench.credit
                select c.*, w.achievement_id is null from public.credit c
                left join bench.waiting w on w.organization_id = c.organization_id
                  and w.association_id = c.association_id and w.achievement_id = c.achievement_id""");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(database.text(INDEXES));
        }
        database.change("vacuum analyze bench.credit");
    }

    static int flag(Database database) throws SQLException {
        return database.change("update bench.credit set counted = true where not counted");
    }
}
