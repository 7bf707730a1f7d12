package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Laws.CLOUD_PRODUCTIVITY;
import static io.partnercompetencies.rules.Laws.MESSAGING;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static io.partnercompetencies.rules.Partner.inDeveloping;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Who has nothing of a competency is judged once for all: as if each had been judged. */
class UntouchedTest {

    @Test
    void nothing_is_as_far_from_a_threshold_as_the_market_makes_it() {
        assertThat(threshold(inDeveloped())).isEqualTo(BigDecimal.valueOf(2000));
        assertThat(threshold(inDeveloping())).isEqualTo(BigDecimal.valueOf(1000));
        assertThat(threshold(inDeveloped())).isEqualTo(BigDecimal.valueOf(2000));
    }

    private static BigDecimal threshold(Partner nobody) {
        return nobody.silver(CLOUD_PRODUCTIVITY)
                .options()
                .get(0)
                .proof()
                .children()
                .get(0)
                .required();
    }

    @Test
    void what_others_have_is_not_found_where_there_is_nothing() {
        var before = inDeveloped().status(MESSAGING);
        var others = inDeveloped().with("Ada", "mcse-productivity").with("Ben", "mcse-productivity");
        assertThat(others.silver(MESSAGING).met()).isTrue();
        assertThat(inDeveloped().status(MESSAGING)).isEqualTo(before);
        assertThat(before.level(Level.SILVER).met()).isFalse();
        assertThat(before.level(Level.SILVER).started()).isFalse();
    }

    @Test
    void a_waiver_of_one_meets_nothing_for_the_others() {
        var waived = inDeveloped()
                .waived(new Waiver(
                        Partner.person("waiver"),
                        MetBy.OVERRIDE,
                        MESSAGING.id(),
                        Level.SILVER,
                        "for the test",
                        Partner.NOW.minusSeconds(9),
                        null));
        assertThat(waived.silver(MESSAGING).met()).isTrue();
        assertThat(inDeveloped().silver(MESSAGING).met()).isFalse();
    }
}
