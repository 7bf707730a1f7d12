package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import java.util.List;
import java.util.UUID;

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

    /** One thing that took part in it; without an achievement and its owner where it is none. */
    record Cause(Code code, UUID userId, UUID achievementId) {

        static Cause of(Code code) {
            return new Cause(code, null, null);
        }

        static Cause of(Credit gained) {
            return new Cause(Code.ACHIEVEMENT_COUNTS, gained.userId(), gained.achievementId());
        }

        static Cause of(Loss lost) {
            return new Cause(Code.of(lost.cause()), lost.userId(), lost.achievementId());
        }
    }
}
