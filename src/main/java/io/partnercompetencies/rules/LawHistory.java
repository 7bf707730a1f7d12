package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All revisions of a competency's requirements (R1), oldest first. Where none is in force there is no option. */
public final class LawHistory {

    /** A revision with its bounds as instants, or null. */
    private record Chapter(Instant startsAt, Instant endsAt, CompetencyLaw law) {

        boolean isInForceAt(Instant instant) {
            return (startsAt == null || !startsAt.isAfter(instant)) && (endsAt == null || endsAt.isAfter(instant));
        }
    }

    private final String id;
    private final List<Revision> revisions;
    private final List<Chapter> chapters;
    private final List<Instant> turns;
    private final CompetencyLaw none;

    public LawHistory(String id, List<Revision> revisions) {
        this.id = id;
        this.revisions = List.copyOf(revisions);
        this.chapters = revisions.stream()
                .map(revision ->
                        new Chapter(revision.startsAt(), revision.endsAt(), new CompetencyLaw(id, revision.options())))
                .toList();
        this.turns = chapters.stream()
                .flatMap(chapter -> Stream.of(chapter.startsAt(), chapter.endsAt()))
                .filter(Objects::nonNull)
                .toList();
        this.none = new CompetencyLaw(id, List.of());
    }

    public String id() {
        return id;
    }

    public List<Revision> revisions() {
        return revisions;
    }

    public CompetencyLaw at(Instant instant) {
        for (var chapter : chapters) {
            if (chapter.isInForceAt(instant)) {
                return chapter.law();
            }
        }
        return none;
    }

    /** When revisions begin and end. */
    List<Instant> turns() {
        return turns;
    }
}
