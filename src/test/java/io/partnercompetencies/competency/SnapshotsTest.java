package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for all who have nothing is stored for none of them, under every law that was ever in force. */
class SnapshotsTest {

    private final Catalogue catalogue = Catalogue.builtIn();

    private final Snapshots snapshots =
            new Snapshots(catalogue, new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL));

    @ParameterizedTest
    @ValueSource(
            strings = {"2017-07-01T00:00:00Z", "2017-09-15T00:00:00Z", "2017-11-15T05:05:05Z", "2027-01-01T00:00:00Z"})
    void of_nothing_nothing_is_stored_and_it_is_read_as_it_was_judged(Instant at) {
        for (var market : Market.values()) {
            var judged = judged(market, at, List.of());
            var text = snapshots.write(judged, at);
            assertThat(text).doesNotContain("\"id\"");
            assertThat(snapshots.read(stored(text, at))).isEqualTo(judged);
        }
    }

    @Test
    void of_something_only_what_it_touches_is_stored() {
        var at = Instant.parse("2027-01-01T00:00:00Z");
        var attested = new Attested(anAttestation(at), at.minusSeconds(1), null);
        var judged = judged(Market.DEVELOPED, at, List.of(attested));
        var nothing = judged(Market.DEVELOPED, at, List.of());
        var touched = judged.items().stream()
                .filter(item -> !nothing.items().contains(item))
                .toList();
        var text = snapshots.write(judged, at);

        assertThat(touched).isNotEmpty();
        assertThat(SnapshotText.snapshot(text).items()).isEqualTo(touched);
        assertThat(snapshots.read(stored(text, at))).isEqualTo(judged);
    }

    private String anAttestation(Instant at) {
        var codes = new TreeSet<String>();
        catalogue.laws(at).stream()
                .flatMap(law -> law.options().stream())
                .flatMap(option -> option.levels().values().stream())
                .forEach(requirement -> requirement.forEach(node -> {
                    if (node instanceof Requirement.Attestation attestation) {
                        codes.add(attestation.code());
                    }
                }));
        return codes.first();
    }

    private Snapshot judged(Market market, Instant at, List<Attested> attested) {
        var facts = new Facts(market, List.of(), List.of(), attested, List.of(), code -> null);
        return Snapshot.of(Evaluation.statuses(facts, catalogue, Moment.settled(at)), Holding.NONE);
    }

    private static Standing stored(String text, Instant at) {
        return new Standing(new UUID(0, 1), 1, at, null, false, at, text);
    }
}
