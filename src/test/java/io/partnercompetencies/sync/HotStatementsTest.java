package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.SentStatements;
import io.partnercompetencies.SentStatements.Sent;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is asked often takes no longer where there is much: the statements are those that the service sends while the
 * calls are made and the jobs run, with their arguments, and PostgreSQL says how it would run them with many rows.
 */
@QuarkusTest
class HotStatementsTest {

    private static final int ORGANIZATIONS = 10_000;

    /** Tables that do not grow with the programme, and why. */
    private static final Map<String, String> SMALL = Map.of(
            "sync_pass", "has one row",
            "catalogue_release", "has a row for each catalogue that ever ran",
            "exemption", "is made by hand, for the whole programme",
            "service_account", "is made by hand, for each integration",
            "flyway_schema_history", "has a row for each migration");

    /** By their words: what looks at everything on purpose, and why. */
    private static final Map<String, String> COUNTS = Map.of(
            "select count(*) from organization where $1", "the operator's list says how many there are in all",
            "select count(*) from subscription s", "so does the one of all terms");

    /** The way down an index that has nothing at its end. */
    private static final long FEW_PAGES = 5;

    private static LargeDatabase large;
    private static Map<String, List<Sent>> sent;

    @Inject
    PartnerFixture fixture;

    @Inject
    HotCalls calls;

    @Inject
    SentStatements statements;

    @Inject
    SettableClock clock;

    @BeforeEach
    void listen_and_fill() throws Exception {
        if (large == null) {
            sent = calls.listen();
            large = new LargeDatabase(ORGANIZATIONS, clock.instant());
        }
    }

    @AfterAll
    static void drop() throws Exception {
        if (large != null) {
            large.close();
        }
    }

    @Test
    void every_table_has_many_rows_or_never_will() throws Exception {
        assertThat(large.tables())
                .allSatisfy((table, rows) -> assertThat(SMALL.containsKey(table) || rows >= 1_000)
                        .as("%s has %d rows: fill it, or say why it stays small", table, rows)
                        .isTrue());
    }

    @Test
    void no_call_and_no_job_reads_or_sorts_a_whole_table() throws Exception {
        assertThat(sent).allSatisfy((what, heard) -> assertThat(heard).as(what).isNotEmpty());
        assertThat(distinct().count()).isGreaterThan(100);
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "standing_due, a pass looks at whoever is not due",
        "standing_pending, the metrics look at whoever waits for nothing",
        "microsoft_account_email_key, a report looks for its account everywhere",
        "idempotency_created, clearing away looks at every kept answer",
        "sign_in_failure_failed, and at every wrong password",
        "subscription_listed, a page is made of all terms",
        "webhook_due, a copy looks at every webhook",
        "event_id, clearing away looks at every event"
    })
    void without_its_index_a_statement_is_found_out(String index, String why) throws Exception {
        large.without(index, () -> assertThat(complaints()).as(why).isNotEmpty());
    }

    @Test
    void a_pass_with_nothing_due_is_one_probe_of_an_index() throws Exception {
        fixture.sync();
        var pass = statements.during(fixture::sync);
        var growing = growing();
        var onMany = pass.stream()
                .filter(one -> isLookedAt(one) && growing.stream().anyMatch(one.sql()::contains))
                .toList();
        assertThat(onMany).hasSize(1);
        var run = large.run(onMany.get(0).sql(), onMany.get(0).arguments().get(0));
        assertThat(run.path("Shared Hit Blocks").asLong()
                        + run.path("Shared Read Blocks").asLong())
                .isBetween(1L, FEW_PAGES);
    }

    private static Stream<Sent> distinct() {
        return sent.values().stream().flatMap(List::stream).filter(HotStatementsTest::isLookedAt);
    }

    private static boolean isLookedAt(Sent one) {
        return one.sql().stripLeading().matches("(?is)(select|insert|update|delete|with)\\b.*")
                && !one.sql().contains("set_config");
    }

    private static Set<String> growing() throws SQLException {
        return large.tables().keySet().stream()
                .filter(table -> !SMALL.containsKey(table))
                .collect(Collectors.toSet());
    }

    private static List<String> complaints() throws SQLException, IOException {
        var complaints = new ArrayList<String>();
        var growing = growing();
        for (var call : sent.entrySet()) {
            for (var one : call.getValue()) {
                if (isLookedAt(one) && COUNTS.keySet().stream().noneMatch(one.sql()::startsWith)) {
                    var arguments = one.arguments().isEmpty()
                            ? Tuple.tuple()
                            : one.arguments().get(0);
                    PlanReview.of(large.plan(one.sql(), arguments), growing)
                            .forEach(complaint -> complaints.add(call.getKey() + " " + complaint + ": " + one.sql()));
                }
            }
        }
        return complaints.stream().distinct().toList();
    }
}
