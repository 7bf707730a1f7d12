package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Facts;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was in force at the last evaluation and is not any more, beside achievements.
 *
 * @param since the instant of the last evaluation
 * @param waived levels that an override or an exemption made met
 * @param attestations their codes
 */
public record Ended(Instant since, Set<HeldLevel> waived, Set<String> attestations) {

    static Ended between(Facts facts, Instant before, Instant now) {
        return new Ended(
                before,
                difference(waived(facts, before), waived(facts, now)),
                difference(facts.attestedAt(before), facts.attestedAt(now)));
    }

    private static Set<HeldLevel> waived(Facts facts, Instant at) {
        return facts.waivers().stream()
                .filter(waiver -> waiver.isInForceAt(at))
                .map(waiver -> new HeldLevel(waiver.competencyId(), waiver.level()))
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> difference(Set<T> before, Set<T> now) {
        return before.stream().filter(Predicate.not(now::contains)).collect(Collectors.toSet());
    }
}
