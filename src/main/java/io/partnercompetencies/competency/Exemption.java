package io.partnercompetencies.competency;

import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Term;
import io.partnercompetencies.rules.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An exemption as an evaluation looks at it. Pure.
 *
 * @param competencies empty for all of them
 * @param endedAt when it was ended, as it was known at the moment in question; null where it was not
 */
record Exemption(
        UUID id,
        Set<String> competencies,
        LocalDate anniversaryFrom,
        LocalDate anniversaryTo,
        String reason,
        Instant createdAt,
        Instant endedAt) {

    /** What it makes of what is held: met, to the close of the anniversary's renewal window (R7). */
    Stream<Waiver> waivers(Holding holding) {
        if (holding.term() == null || !concerns(holding.term().expiresOn())) {
            return Stream.empty();
        }
        var until = earlier(closeOf(holding.term()), endedAt);
        return holding.held().stream()
                .filter(level -> competencies.isEmpty() || competencies.contains(level.competencyId()))
                .map(level ->
                        new Waiver(id, MetBy.EXEMPTION, level.competencyId(), level.level(), reason, createdAt, until));
    }

    static List<Waiver> waivers(List<Exemption> exemptions, Holding holding) {
        return exemptions.stream()
                .flatMap(exemption -> exemption.waivers(holding))
                .toList();
    }

    private boolean concerns(LocalDate anniversary) {
        return !anniversary.isBefore(anniversaryFrom) && !anniversary.isAfter(anniversaryTo);
    }

    private static Instant closeOf(Term term) {
        return term.renewalWindow()
                .closesOn()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
