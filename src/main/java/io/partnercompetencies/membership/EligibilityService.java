package io.partnercompetencies.membership;

import io.partnercompetencies.competency.Outlook;
import io.partnercompetencies.competency.StatusReader;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Says what an organisation may buy or renew, and why not. */
@Singleton
class EligibilityService {

    private final StatusReader statuses;
    private final Reasons reasons;
    private final RenewalReasons renewalReasons;
    private final Clock clock;

    EligibilityService(StatusReader statuses, Reasons reasons, RenewalReasons renewalReasons, Clock clock) {
        this.statuses = statuses;
        this.reasons = reasons;
        this.renewalReasons = renewalReasons;
        this.clock = clock;
    }

    Uni<EligibilityView> eligibility(UUID organizationId, Language language) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return statuses.outlook(organizationId).map(outlook -> view(outlook, today, language));
    }

    /** The dates of a term decide at once, whatever a pass has written (M3). */
    private EligibilityView view(Outlook outlook, LocalDate today, Language language) {
        var term = outlook.holding().term();
        return term != null && term.isRunningOn(today)
                ? new EligibilityView(
                        upgrades(outlook, term.level(), language), renewal(outlook, term, today, language))
                : new EligibilityView(upgrades(outlook, null, language), null);
    }

    private List<EligibilityView.Upgrade> upgrades(Outlook outlook, Level running, Language language) {
        return Arrays.stream(Level.values())
                .filter(level -> running == null || level.compareTo(running) > 0)
                .map(level -> Eligibility.of(level, outlook.statuses()))
                .map(one -> new EligibilityView.Upgrade(
                        one.level(),
                        one.isEligible(),
                        reasons.of(one, outlook.moment().at(), language)))
                .toList();
    }

    private EligibilityView.Renewal renewal(Outlook outlook, Term term, LocalDate today, Language language) {
        var prospect = RenewalProspect.of(outlook, term, today);
        var window = term.renewalWindow();
        return new EligibilityView.Renewal(
                term.level(),
                prospect.eligibility().isEligible(),
                prospect.isAllowedNow(),
                window.opensOn(),
                window.closesOn(),
                prospect.isAtRisk(),
                renewalReasons.of(prospect, outlook.moment().at(), language));
    }
}
