package io.partnercompetencies;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture.Partner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What must be true in the whole database between any two transactions. */
public final class Consistency {

    private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

    static {
        VIOLATIONS.put("a running association of somebody who does not hold the account", """
                select count(*) from association a join microsoft_account m on m.id = a.account_id
                where a.ended_at is null
                  and (m.holder_organization_id is distinct from a.organization_id
                       or m.holder_user_id is distinct from a.user_id)""");
        VIOLATIONS.put("an account that is held without a running association", """
                select count(*) from microsoft_account m
                where m.holder_user_id is not null and not exists (
                  select 1 from association a where a.account_id = m.id and a.user_id = m.holder_user_id
                    and a.organization_id = m.holder_organization_id and a.ended_at is null)""");
        VIOLATIONS.put("a running association of a user who has left", """
                select count(*) from association a
                join app_user u on u.organization_id = a.organization_id and u.id = a.user_id
                where a.ended_at is null and u.status = 'LEFT'""");
        VIOLATIONS.put("a credit that does not run as long as its association", """
                select count(*) from credit c
                join association a on a.organization_id = c.organization_id and a.id = c.association_id
                where (a.ended_at is null) <> (c.ended_at is null)""");
        VIOLATIONS.put("an achievement that a running association does not bring", """
                select count(*) from association a join achievement h on h.account_id = a.account_id
                where a.ended_at is null and not exists (
                  select 1 from credit c where c.organization_id = a.organization_id and c.association_id = a.id
                    and c.achievement_id = h.id and (c.revoked_at is null) = (h.revoked_at is null))""");
        VIOLATIONS.put("an attestation that is in force twice", """
                select count(*) from attestation a
                join attestation b on b.organization_id = a.organization_id and b.attestation = a.attestation
                where a.id < b.id and a.ended_at is null and b.ended_at is null
                  and (a.until is null or a.until > b.created_at)""");
        VIOLATIONS.put("an open alert of a level that is not at risk, or a level at risk without one", """
                with told as (
                  select organization_id, competency_id, level from alert
                  where type = 'RENEWAL_AT_RISK' and cleared_at is null),
                known as (
                  select s.organization_id, item ->> 'id' as competency_id, level ->> 'level' as level
                  from standing s, jsonb_array_elements(nullif(s.snapshot, '')::jsonb -> 'items') as item,
                       jsonb_array_elements(item -> 'levels') as level
                  where (level ->> 'atRisk')::boolean)
                select count(*) from told full join known using (organization_id, competency_id, level)
                where told is null or known is null""");
        VIOLATIONS.put("something that runs in an organization that is part of another one", """
                select count(*) from standing s
                where s.merged_into is not null and (s.next_due_at is not null
                  or exists (select 1 from app_user u where u.organization_id = s.organization_id and u.status = 'ACTIVE')
                  or exists (select 1 from login l where l.organization_id = s.organization_id)
                  or exists (select 1 from association a
                             where a.organization_id = s.organization_id and a.ended_at is null)
                  or exists (select 1 from performance_record r
                             where r.organization_id = s.organization_id and r.superseded_at is null)
                  or exists (select 1 from subscription t
                             where t.organization_id = s.organization_id and t.status in ('ACTIVE', 'GRACE'))
                  or exists (select 1 from held_level h
                             where h.organization_id = s.organization_id and h.until is null)
                  or exists (select 1 from alert a
                             where a.organization_id = s.organization_id and a.cleared_at is null)
                  or exists (select 1 from standing o
                             where o.organization_id = s.merged_into and o.merged_into is not null))""");
        VIOLATIONS.put("an organization whose snapshot is stale and that is not due", """
                select count(*) from standing where stale and next_due_at is null and merged_into is null""");
    }

    private Consistency() {}

    public static void check() {
        VIOLATIONS.forEach(
                (violation, sql) -> assertThat(Sql.number(sql)).as(violation).isZero());
    }

    /** The stored evaluation is what comes out when the facts are judged again. */
    public static void checkSnapshot(Partner partner) {
        var id = UUID.fromString(partner.id());
        var stored = status(partner);
        Sql.change("update standing set stale = true where organization_id = ?", id);
        try {
            assertThat(status(partner)).isEqualTo(stored);
        } finally {
            Sql.change("update standing set stale = false where organization_id = ?", id);
        }
    }

    private static Object status(Partner partner) {
        return Json.of(admin().get(partner.path("/competencies")).then().statusCode(200))
                .path("items");
    }
}
