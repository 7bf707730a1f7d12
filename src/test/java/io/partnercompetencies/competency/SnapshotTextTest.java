package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An evaluation is read as it was written, be it by an older or by a newer copy of the service. */
class SnapshotTextTest {

    private static final Term TERM =
            new Term(Level.GOLD, LocalDate.parse("2026-03-01"), LocalDate.parse("2027-03-01"), Period.ofDays(30));

    private static final Snapshot SNAPSHOT = new Snapshot(
            List.of(
                    new Snapshot.Item(
                            "messaging",
                            3,
                            List.of(
                                    level(Level.SILVER, true, MetBy.OVERRIDE, "1.0000", true, false),
                                    level(Level.GOLD, false, null, "0.2500", false, true))),
                    new Snapshot.Item("erp", 0, List.of())),
            TERM);

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final Snapshots snapshots = new Snapshots(
            Catalogue.builtIn(),
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setSerializationInclusion(JsonInclude.Include.NON_NULL));

    private static Snapshot.LevelItem level(
            Level level, boolean met, MetBy metBy, String progress, boolean one, boolean other) {
        return new Snapshot.LevelItem(level, met, metBy, new BigDecimal(progress), "partner", one, other, one, other);
    }

    @Test
    void what_is_written_is_read_to_the_last_digit() {
        var text = snapshots.write(SNAPSHOT, AT);
        assertThat(SnapshotText.snapshot(text)).isEqualTo(SNAPSHOT);
        assertThat(SnapshotText.term(text)).isEqualTo(TERM);
        assertThat(text).startsWith("{\"term\":");
    }

    @Test
    void without_a_subscription_there_is_no_term() {
        var text = snapshots.write(new Snapshot(SNAPSHOT.items(), null), AT);
        assertThat(SnapshotText.snapshot(text)).isEqualTo(new Snapshot(SNAPSHOT.items(), null));
        assertThat(SnapshotText.term(text)).isNull();
        assertThat(SnapshotText.term("")).isNull();
        assertThat(SnapshotText.snapshot("")).isEqualTo(Snapshot.EMPTY);
    }

    @Test
    void an_older_copy_wrote_the_term_last_or_not_at_all() {
        var items = "{\"items\":[{\"id\":\"erp\",\"pending\":0,\"levels\":[]}]";
        var term = ",\"term\":{\"level\":\"GOLD\",\"startsOn\":\"2026-03-01\",\"expiresOn\":\"2027-03-01\"}";
        assertThat(SnapshotText.term(items + term + "}")).isEqualTo(TERM);
        assertThat(SnapshotText.snapshot(items + term + "}").term()).isEqualTo(TERM);
        assertThat(SnapshotText.term(items + "}")).isNull();
        assertThat(SnapshotText.snapshot(items + "}").items()).containsExactly(new Snapshot.Item("erp", 0, List.of()));
    }

    @Test
    void what_a_newer_copy_adds_is_left_out() {
        var text = snapshots
                .write(SNAPSHOT, AT)
                .replace("\"pending\":3", "\"new\":{\"deep\":[1,{}]},\"pending\":3")
                .replace("\"met\":", "\"newest\":null,\"met\":")
                .replace("{\"term\":{", "{\"first\":[[]],\"term\":{\"kind\":\"x\",");
        assertThat(SnapshotText.snapshot(text)).isEqualTo(SNAPSHOT);
        assertThat(SnapshotText.term(text)).isEqualTo(TERM);
    }

    @Test
    void what_is_damaged_is_an_error_of_ours() {
        var text = snapshots.write(SNAPSHOT, AT);
        assertThatThrownBy(() -> SnapshotText.snapshot(text.substring(0, text.length() / 2)))
                .isInstanceOf(IllegalStateException.class);
    }
}
