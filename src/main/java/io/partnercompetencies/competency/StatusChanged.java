package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an organisation's systems learn of a level whose stage is another one now.
 *
 * @param metBy absent where the level is not met
 * @param causes never empty
 */
record StatusChanged(
        String competencyId, Level level, Stage from, Stage to, boolean met, MetBy metBy, List<Cause> causes) {

    /** Why; in the words of alerts where something was lost. */
    enum Code {
        ACHIEVEMENT_COUNTS,
        USER_LEFT,
        ASSOCIATION_ENDED,
        ACHIEVEMENT_REVOKED,
        ACHIEVEMENT_EXPIRES,
        CREDENTIAL_RETIRES,
        OVERRIDE_CHANGES,
        PERFORMANCE_CHANGES,
        ATTESTATION_CHANGES,
        MARKET_CHANGES,
        REQUIREMENT_CHANGES,
        MEMBERSHIP_CHANGES,
        /** Nobody did anything: a month has left a window, a date has passed. */
        TIME_PASSES;

        static Code of(io.partnercompetencies.rules.Cause cause) {
            return switch (cause) {
                case OVERRIDE_ENDS -> OVERRIDE_CHANGES;
                case PERFORMANCE_DROPS -> PERFORMANCE_CHANGES;
                case ATTESTATION_ENDS -> ATTESTATION_CHANGES;
                default -> valueOf(cause.name());
            };
        }
    }

    /** What took part in it; people and achievements are absent where there are none, and not all where they are many. */
    record Cause(Code code, List<UUID> people, List<UUID> achievements) {

        private static final int NAMED = 20;

        static Cause of(Code code) {
            return new Cause(code, null, null);
        }

        static Cause ofGains(List<Credit> gained) {
            return new Cause(
                    Code.ACHIEVEMENT_COUNTS,
                    some(gained.stream().map(Credit::userId)),
                    some(gained.stream().map(Credit::achievementId)));
        }

        static Cause ofLosses(Code code, List<Loss> lost) {
            return new Cause(
                    code,
                    some(lost.stream().map(Loss::userId)),
                    some(lost.stream().map(Loss::achievementId)));
        }

        private static List<UUID> some(Stream<UUID> ids) {
            return ids.distinct().limit(NAMED).toList();
        }
    }
}
