package io.partnercompetencies.competency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.organization.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes and reads stored evaluations. Of the competencies that an organisation has nothing of, which are most, nothing
 * is stored: whoever reads takes from the catalogue what is the same for all.
 */
@Singleton
class Snapshots {

    private final Catalogue catalogue;
    private final Blanks blanks = new Blanks();
    private final ObjectWriter writer;

    Snapshots(Catalogue catalogue, ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.writer = mapper.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_DEFAULT)
                .writerFor(Snapshot.class);
    }

    Snapshot read(Standing standing) {
        return standing.snapshot().isEmpty()
                ? Snapshot.EMPTY
                : whole(SnapshotText.snapshot(standing.snapshot()), standing.evaluatedAt());
    }

    /** @param at when it was evaluated */
    String write(Snapshot snapshot, Instant at) {
        try {
            return writer.writeValueAsString(brief(snapshot, at));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An evaluation cannot be written", e);
        }
    }

    private Snapshot brief(Snapshot snapshot, Instant at) {
        var blank = blanks.of(catalogue, at);
        return new Snapshot(
                snapshot.items().stream()
                        .filter(item -> !item.equals(blank.get(item.id())))
                        .toList(),
                snapshot.term());
    }

    private Snapshot whole(Snapshot stored, Instant at) {
        var byId = stored.items().stream().collect(Collectors.toMap(Snapshot.Item::id, Function.identity()));
        var whole = new ArrayList<Snapshot.Item>();
        blanks.of(catalogue, at).forEach((id, blank) -> {
            var item = byId.remove(id);
            whole.add(item == null ? blank : item);
        });
        whole.addAll(byId.values());
        return new Snapshot(whole, stored.term());
    }
}
