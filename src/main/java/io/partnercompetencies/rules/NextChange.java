package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When an evaluation may come out otherwise although nothing is done (S3). */
public final class NextChange {

    private final Moment moment;
    private Instant gain;
    private Instant next;

    private NextChange(Moment moment) {
        this.moment = moment;
    }

    /**
     * The earliest instant after the moment at which something of the organisation can change, or null. A credit that
     * is due already and not counted yet gives its own instant, however long past.
     */
    public static Instant after(Facts facts, List<LawHistory> histories, Moment moment) {
        var found = search(facts, histories, moment);
        return earlier(found.gain, found.next);
    }

    /** The same without the instants at which achievements begin to count: all that may lose something. */
    static Instant otherThanGains(Facts facts, List<LawHistory> histories, Moment moment) {
        return search(facts, histories, moment).next;
    }

    private static NextChange search(Facts facts, List<LawHistory> histories, Moment moment) {
        var search = new NextChange(moment);
        facts.credits().forEach(credit -> search.credit(credit, facts.credentials()));
        search.months(facts.figures(), histories);
        for (var waiver : facts.waivers()) {
            search.at(waiver.from());
            search.at(waiver.until());
        }
        for (var attested : facts.attestations()) {
            search.at(attested.from());
            search.at(attested.until());
        }
        for (var history : histories) {
            history.turns().forEach(search::at);
        }
        return search;
    }

    private void credit(Credit credit, Credentials credentials) {
        var credential = credentials.named(credit.credential());
        var status = CreditStatus.of(credit, credential, moment);
        if (status == CreditStatus.PENDING) {
            gain = earlier(gain, credit.dueAt());
        }
        if (status == CreditStatus.PENDING || status == CreditStatus.COUNTED) {
            at(credit.expiresAt());
            at(credential.acceptanceEndsAt());
        }
    }

    /** A record of a later month enters with that month; a window of twelve months moves on with every month. */
    private void months(List<Figure> figures, List<LawHistory> histories) {
        if (figures.isEmpty()) {
            return;
        }
        var yearly = metricsWithYearlyWindow(histories);
        var window = Months.twelveUpTo(moment.month());
        for (var figure : figures) {
            if (figure.period().isAfter(window.to())) {
                at(startOf(figure.period()));
            } else if (window.contains(figure.period()) && yearly.contains(figure.metric())) {
                at(startOf(window.to().plusMonths(1)));
            }
        }
    }

    private Set<String> metricsWithYearlyWindow(List<LawHistory> histories) {
        var metrics = new HashSet<String>();
        for (var history : histories) {
            metrics.addAll(history.at(moment.at()).yearlyMetrics());
        }
        return metrics;
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void at(Instant instant) {
        if (instant != null && instant.isAfter(moment.at())) {
            next = earlier(next, instant);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
