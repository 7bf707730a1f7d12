package io.partnercompetencies.rules;

import java.time.Instant;

/** What an achievement is to an organisation: the first that fits, in this order. */
public enum CreditStatus {
    /** The association that brought it has ended. */
    ENDED,
    REVOKED,
    EXPIRED,
    /** Unknown to the catalogue, retired past its last day, or of a type that the association does not bring (P3). */
    NOT_ACCEPTED,
    /** Not counted by a scheduled pass yet (T2). */
    PENDING,
    COUNTED;

    /** @param credential what the catalogue knows by the credit's code, or null */
    public static CreditStatus of(Credit credit, Credential credential, Moment moment) {
        if (isPast(credit.endedAt(), moment.at())) {
            return ENDED;
        }
        if (isPast(credit.revokedAt(), moment.at())) {
            return REVOKED;
        }
        if (isPast(credit.expiresAt(), moment.at())) {
            return EXPIRED;
        }
        if (!isAccepted(credit, credential, moment.at())) {
            return NOT_ACCEPTED;
        }
        return credit.dueAt().isAfter(moment.countedThrough()) ? PENDING : COUNTED;
    }

    private static boolean isAccepted(Credit credit, Credential credential, Instant at) {
        return credential != null
                && credit.fits()
                && credential.kind().reportedAs() == credit.type()
                && credential.isAcceptedAt(at);
    }

    /** Ends are exclusive: at the instant itself it is over (T6). */
    static boolean isPast(Instant end, Instant at) {
        return end != null && !end.isAfter(at);
    }
}
