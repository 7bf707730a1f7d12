package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LawHistoryTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2017-09-01");

    private static Revision revision(String from, String to, String option) {
        return new Revision(
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(new OptionLaw(option, Map.of())));
    }

    private static List<String> optionsAt(LawHistory history, String instant) {
        return history.at(Instant.parse(instant)).options().stream()
                .map(OptionLaw::id)
                .toList();
    }

    @Test
    void a_revision_holds_up_to_the_day_before_its_end() {
        var history = new LawHistory(
                "tested", List.of(revision(null, "2017-09-01", "old"), revision("2017-09-01", null, "new")));

        assertThat(optionsAt(history, "1999-01-01T00:00:00Z")).containsExactly("old");
        assertThat(optionsAt(history, "2017-08-31T23:59:59.999Z")).containsExactly("old");
        assertThat(optionsAt(history, "2017-09-01T00:00:00Z")).containsExactly("new");
    }

    @Test
    void where_no_revision_is_in_force_nothing_can_be_attained() {
        var history = new LawHistory("tested", List.of(revision("2017-09-01", "2018-01-01", "only")));

        assertThat(optionsAt(history, "2017-08-31T00:00:00Z")).isEmpty();
        assertThat(optionsAt(history, "2018-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void revisions_overlap_when_one_day_belongs_to_both() {
        var old = revision(null, "2017-09-01", "old");
        assertThat(old.overlaps(revision("2017-09-01", null, "new"))).isFalse();
        assertThat(old.overlaps(revision("2017-08-31", null, "new"))).isTrue();
        assertThat(revision("2017-08-31", null, "new").overlaps(old)).isTrue();
        assertThat(revision(null, null, "always").overlaps(new Revision(SEPTEMBER, null, List.of())))
                .isTrue();
    }
}
