package io.partnercompetencies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many records are sent, they are stored by one statement each for the former values and the new ones. */
@QuarkusTest
class PerformanceStatementsTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void ten_thousand_records_take_as_many_statements_as_one() {
        var contoso = fixture.partner();
        send(contoso, 1);
        assertThat(statements(contoso, 10_000)).isEqualTo(statements(contoso, 1));
        assertThat(Sql.number(
                        "select count(*) from performance_record where organization_id = ?::uuid and superseded_at is null",
                        contoso.id()))
                .isEqualTo(10_000);
    }

    private long statements(Partner partner, int records) {
        var count = "select coalesce(sum(calls), 0)::bigint from statistics.pg_stat_statements s"
                + " join pg_database d on d.oid = s.dbid where d.datname = current_database()"
                + " and query ilike '%performance_record%' and query not like '%pg_stat_statements%'";
        long before = Sql.number(count);
        send(partner, records);
        long after = Sql.number(count);
        assertThat(after).isGreaterThan(before);
        return after - before;
    }

    private int value;

    private void send(Partner partner, int records) {
        value++;
        fixture.sends(
                        partner,
                        IntStream.range(0, records)
                                .mapToObj(i -> PartnerFixture.entitlements("customer-" + i, value, fixture.month()))
                                .toArray())
                .statusCode(200)
                .body("accepted", is(records));
    }
}
