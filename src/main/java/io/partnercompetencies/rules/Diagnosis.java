package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.CreditStatus.isPast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an achievement counts for an organisation, or does not.
 *
 * @param causes everything that applies, what decides the status first
 * @param serves the competencies that it serves or will serve
 */
public record Diagnosis(CreditStatus status, List<Cause> causes, List<String> serves) {

    /** @param at the instant that it is about, or null */
    public record Cause(Finding finding, Instant at) {}

    public Diagnosis {
        causes = List.copyOf(causes);
        serves = List.copyOf(serves);
    }

    /**
     * @param leftAt when the user left, or null; an association that ended at that instant ended by it
     * @param credential what the catalogue knows by the credit's code, or null
     */
    public static Diagnosis of(Credit credit, Instant leftAt, Credential credential, Demand demand, Moment moment) {
        var status = CreditStatus.of(credit, credential, moment);
        var causes = new ArrayList<Cause>();
        addEnds(causes, credit, leftAt, moment.at());
        addCredential(causes, credit, credential);
        if (!credit.fits() && !isPast(leftAt, moment.at())) {
            causes.add(new Cause(Finding.LINKED_FOR_THE_OTHER_KIND, null));
        }
        if (credential != null && !credential.isAcceptedAt(moment.at())) {
            causes.add(new Cause(Finding.RETIRED, credential.acceptanceEndsAt()));
        }
        if (status == CreditStatus.PENDING) {
            causes.add(pending(credit, credential, moment.at()));
        }
        if (status == CreditStatus.COUNTED) {
            causes.add(new Cause(Finding.COUNTED, credit.dueAt()));
        }
        if (credential != null && demand.competencies(credential).isEmpty()) {
            causes.add(new Cause(Finding.UNASKED, null));
        }
        return new Diagnosis(status, causes, demand.servedBy(credit, credential, status));
    }

    private static void addEnds(List<Cause> causes, Credit credit, Instant leftAt, Instant at) {
        if (isPast(credit.endedAt(), at) && !credit.endedAt().equals(leftAt)) {
            causes.add(new Cause(Finding.ENDED, credit.endedAt()));
        }
        addPast(causes, Finding.LEFT, leftAt, at);
        addPast(causes, Finding.REVOKED, credit.revokedAt(), at);
        addPast(causes, Finding.EXPIRED, credit.expiresAt(), at);
    }

    private static void addPast(List<Cause> causes, Finding finding, Instant end, Instant at) {
        if (isPast(end, at)) {
            causes.add(new Cause(finding, end));
        }
    }

    private static void addCredential(List<Cause> causes, Credit credit, Credential credential) {
        if (credential == null) {
            causes.add(new Cause(Finding.UNKNOWN, null));
        } else if (credential.kind().reportedAs() != credit.type()) {
            causes.add(new Cause(Finding.KNOWN_AS_ANOTHER_TYPE, null));
        }
    }

    private static Cause pending(Credit credit, Credential credential, Instant at) {
        if (!credit.lastsUntilItCounts(credential)) {
            return new Cause(Finding.WAITS_IN_VAIN, credit.countsFrom());
        }
        return isPast(credit.countsFrom(), at)
                ? new Cause(Finding.COUNTS_NEXT, null)
                : new Cause(Finding.WAITS, credit.countsFrom());
    }
}
