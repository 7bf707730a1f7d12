package io.partnercompetencies.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {

    private static final Map<String, Supplier<Refusal>> REFUSALS =
            Map.of("organization_mpn_id_key", () -> new Refusal(Code.DUPLICATE_ORGANIZATION, "There is one."));

    @Test
    void a_violated_constraint_becomes_its_refusal_however_deep_it_is_wrapped() {
        var failure = new CompletionException(new IllegalStateException(violated("organization_mpn_id_key")));
        assertThat(Constraints.refusing(REFUSALS).apply(failure))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.DUPLICATE_ORGANIZATION));
    }

    @Test
    void another_failure_stays_as_it_is() {
        var other = violated("another_key");
        assertThat(Constraints.refusing(REFUSALS).apply(other)).isSameAs(other);
        var bug = new IllegalStateException();
        assertThat(Constraints.refusing(REFUSALS).apply(bug)).isSameAs(bug);
    }

    @ParameterizedTest
    @CsvSource({
        "57P01, DATABASE_UNAVAILABLE",
        "57P03, DATABASE_UNAVAILABLE",
        "08006, DATABASE_UNAVAILABLE",
        "53300, OVERLOADED",
        "55P03, OVERLOADED",
        "57014, OVERLOADED",
        "40P01, OVERLOADED",
        "22021, INVALID",
        "22003, INVALID",
        "23505, INTERNAL",
        "42P01, INTERNAL"
    })
    void a_state_of_the_database_has_one_code_whoever_reports_it(String state, Code code) {
        assertThat(Failures.refusal(new PgException("text", "ERROR", state, "detail"))
                        .code())
                .isEqualTo(code);
        assertThat(Failures.refusal(new JDBCException("text", new SQLException("text", state)))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void a_pool_without_a_free_connection_is_said_to_be_unavailable() {
        assertThat(Failures.refusal(new NoStackTraceThrowable("Timeout")).code())
                .isEqualTo(Code.DATABASE_UNAVAILABLE);
    }

    @Test
    void what_we_cannot_write_ourselves_is_no_mistake_of_the_client() throws Exception {
        var json = new ObjectMapper();
        try {
            json.writeValueAsString(new Object());
        } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
            assertThat(Failures.refusal(failure).code()).isEqualTo(Code.INTERNAL);
        }
    }

    @Test
    void a_cycle_of_causes_comes_to_an_end() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);
        assertThat(Failures.refusal(first).code()).isEqualTo(Code.INTERNAL);
    }

    private static PgException violated(String constraint) {
        return new PgException(
                "text",
                "ERROR",
                "23505",
                "detail",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                constraint);
    }
}
