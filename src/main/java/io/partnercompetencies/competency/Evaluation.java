package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.organization.Loss;
import io.partnercompetencies.organization.Settlement;
import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Forecast;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.NextChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the law says about one organisation at one moment. Pure. */
record Evaluation(
        Before before,
        Moment moment,
        List<CompetencyStatus> statuses,
        Forecast forecast,
        List<Credit> gains,
        List<Loss> losses,
        Ended ended,
        Instant nextChange,
        int pending) {

    /**
     * @param now never earlier than the last evaluation: a caller that waited for the lock has an older now
     * @param countedThrough the horizon of gains: the pass's own instant, or what was counted before (T3)
     */
    static Evaluation of(Before before, Facts facts, Catalogue catalogue, Instant now, Instant countedThrough) {
        var standing = before.standing();
        var at = later(now, standing.evaluatedAt());
        var moment = new Moment(at, later(countedThrough, standing.countedThrough()));
        var last = new Moment(standing.evaluatedAt(), standing.countedThrough());
        return new Evaluation(
                before,
                moment,
                statuses(facts, catalogue, moment),
                new Forecast(facts, catalogue.histories()),
                GainsByTime.between(facts, last, moment),
                LossesByTime.between(facts, last, moment),
                Ended.between(facts, standing.evaluatedAt(), at),
                NextChange.after(facts, catalogue.histories(), moment),
                pending(facts, moment));
    }

    private static int pending(Facts facts, Moment moment) {
        return (int) facts.credits().stream()
                .filter(credit -> CreditStatus.of(credit, facts.credentials().named(credit.credential()), moment)
                        == CreditStatus.PENDING)
                .count();
    }

    static List<CompetencyStatus> statuses(Facts facts, Catalogue catalogue, Moment moment) {
        var evaluator = new Evaluator(facts, moment);
        return catalogue.laws(moment.at()).stream().map(evaluator::evaluate).toList();
    }

    /** @param lost achievements that the change itself took away, which the facts do not show any more */
    Judgement judgement(Cause cause, List<Loss> lost) {
        var all = new ArrayList<>(losses);
        lost.stream()
                .filter(loss -> !loss.dueAt().isAfter(before.standing().countedThrough()))
                .forEach(all::add);
        return new Judgement(before.organizationId(), moment.at(), statuses, fallen(), forecast, cause, all, ended);
    }

    private Set<HeldLevel> fallen() {
        return before.snapshot().met().stream()
                .filter(level -> !level.isMetIn(statuses))
                .collect(Collectors.toSet());
    }

    Settlement settlement(String snapshot, Holding holding, int release) {
        return new Settlement(
                before.organizationId(),
                moment.countedThrough(),
                moment.at(),
                earlier(nextChange, holding.nextDueAt()),
                pending,
                release,
                snapshot);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
