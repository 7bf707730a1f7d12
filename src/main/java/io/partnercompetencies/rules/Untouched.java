package io.partnercompetencies.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a law says of an organisation that has nothing of what it names: the same of all in a market and a month, so that
 * it is judged once. Most organisations have something of a few competencies only.
 */
final class Untouched {

    private record Place(Market market, YearMonth month) {}

    /** When the past is asked for so many months, all are judged anew. */
    private static final int MOST_PLACES = 256;

    private final CompetencyLaw law;
    private final Map<Place, CompetencyStatus> statuses = new ConcurrentHashMap<>();

    Untouched(CompetencyLaw law) {
        this.law = law;
    }

    CompetencyStatus status(Market market, Moment moment) {
        var place = new Place(market, moment.month());
        var known = statuses.get(place);
        return known != null ? known : judge(place, moment);
    }

    private CompetencyStatus judge(Place place, Moment moment) {
        if (statuses.size() >= MOST_PLACES) {
            statuses.clear();
        }
        var nothing = new Facts(place.market(), List.of(), List.of(), List.of(), List.of(), code -> null);
        var status = new Evaluator(nothing, moment).judge(law, null);
        statuses.put(place, status);
        return status;
    }
}
