package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.competency.StatusReader;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Says what an organisation may buy or renew, and why not. */
@ApplicationScoped
class EligibilityService {

    private final StatusReader statuses;
    private final SubscriptionRepository subscriptions;
    private final HeldLevelRepository levels;
    private final Reasons reasons;
    private final Clock clock;

    EligibilityService(
            StatusReader statuses,
            SubscriptionRepository subscriptions,
            HeldLevelRepository levels,
            Reasons reasons,
            Clock clock) {
        this.statuses = statuses;
        this.subscriptions = subscriptions;
        this.levels = levels;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** The session opens when all else is read: whoever has its connection must not wait for a second one. */
    Uni<EligibilityView> eligibility(UUID organizationId, Language language) {
        var now = clock.instant();
        var today = today(now);
        return statuses.statuses(organizationId)
                .chain(judged -> levels.held(organizationId)
                        .chain(held -> Panache.withSession(() -> subscriptions.running(List.of(organizationId)))
                                .map(running -> view(
                                        judged,
                                        running.stream()
                                                .filter(one ->
                                                        one.statusOn(today).runs())
                                                .findFirst()
                                                .orElse(null),
                                        held,
                                        now,
                                        language))));
    }

    private EligibilityView view(
            List<CompetencyStatus> judged,
            SubscriptionEntity running,
            List<HeldLevel> held,
            Instant now,
            Language language) {
        var upgrades = Arrays.stream(Level.values())
                .filter(level -> running == null || level.compareTo(running.level) > 0)
                .map(level -> Eligibility.of(level, judged))
                .map(one -> new EligibilityView.Upgrade(one.level(), one.isEligible(), reasons.of(one, now, language)))
                .toList();
        return new EligibilityView(upgrades, running == null ? null : renewal(judged, running, held, now, language));
    }

    private EligibilityView.Renewal renewal(
            List<CompetencyStatus> judged,
            SubscriptionEntity running,
            List<HeldLevel> held,
            Instant now,
            Language language) {
        var eligibility = Eligibility.of(running.level, judged);
        var window = running.term().renewalWindow();
        var atRisk = held.stream()
                .filter(level -> !isMet(level, judged))
                .map(HeldLevel::competencyId)
                .distinct()
                .toList();
        return new EligibilityView.Renewal(
                running.level,
                eligibility.isEligible(),
                eligibility.isEligible() && window.contains(today(now)),
                window.opensOn(),
                window.closesOn(),
                !atRisk.isEmpty(),
                reasons.ofRenewal(eligibility, atRisk, running.term(), now, language));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static boolean isMet(HeldLevel level, List<CompetencyStatus> judged) {
        return judged.stream()
                .filter(status -> status.competencyId().equals(level.competencyId()))
                .map(status -> status.level(level.level()))
                .anyMatch(status -> status != null && status.met());
    }
}
