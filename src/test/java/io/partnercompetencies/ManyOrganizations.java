package io.partnercompetencies;

import java.util.UUID;

/** Organisations without anything, written past the service, because they are many. */
public final class ManyOrganizations {

    /** All of them, by the numbers that they have in the programme. */
    public static final String THEIR_IDS = "(select id from organization where mpn_id like 'many-%')";

    private ManyOrganizations() {}

    /** Each like a new one that has been evaluated. */
    public static void create(PartnerFixture fixture, int count) {
        var template = UUID.fromString(fixture.partner().id());
        fixture.sync();
        Sql.change(
                "insert into organization select gen_random_uuid(), 'many-' || i, name, country, market, created_at, 0"
                        + " from organization, generate_series(1, ?) i where id = ?",
                count,
                template);
        Sql.change(
                "insert into organization_market select o.id, m.since, m.market from organization o,"
                        + " organization_market m where o.mpn_id like 'many-%' and m.organization_id = ?",
                template);
        Sql.change("""
                insert into standing (organization_id, counted_through, catalogue_release, evaluated_at, snapshot)
                select o.id, s.counted_through, s.catalogue_release, s.evaluated_at, s.snapshot
                from organization o, standing s where o.mpn_id like 'many-%' and s.organization_id = ?""", template);
    }

    /** So that other tests do not meet them. */
    public static void forget() {
        Sql.change("delete from standing where organization_id in " + THEIR_IDS);
        Sql.change("delete from organization_market where organization_id in " + THEIR_IDS);
        Sql.change("delete from organization where mpn_id like 'many-%'");
    }
}
