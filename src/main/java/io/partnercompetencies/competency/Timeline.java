package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.Reason;
import io.partnercompetencies.rules.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows every level through the days on which something happens by itself, to the end of the anniversary. The stages
 * are those of the day, by what is met on it: here nothing is at risk for what comes later.
 */
final class Timeline {

    /** How a level stands at the end of a day. */
    private record Standing(Stage stage, boolean met) {}

    private final Outlook outlook;
    private final Set<HeldLevel> held;
    private final List<Turn> turns = new ArrayList<>();

    Timeline(Outlook outlook) {
        this.outlook = outlook;
        this.held = new HashSet<>(outlook.holding().held());
    }

    List<Turn> turns() {
        if (outlook.holding().term() == null) {
            return List.of();
        }
        var end = outlook.holding().term().decidedAt();
        var forecast = outlook.forecast();
        var moment = outlook.moment();
        var before = standings(outlook.statuses());
        for (var next = forecast.nextChange(moment);
                next != null && !next.isAfter(end) && moment.at().isBefore(end);
                next = forecast.nextChange(moment)) {
            var day = day(next.isAfter(moment.at()) ? next : moment.at());
            var at = earlier(endOf(day), end);
            var after = standings(forecast.statuses(at));
            compare(day, moment.at(), before, at, after);
            before = after;
            moment = Moment.settled(at);
        }
        return turns;
    }

    private void compare(
            LocalDate day, Instant from, Map<HeldLevel, Standing> before, Instant to, Map<HeldLevel, Standing> after) {
        after.forEach((level, is) -> {
            var was = before.get(level);
            if (was.stage() != is.stage()) {
                turns.add(new Turn(day, level, was.stage(), is.stage(), why(level, was, is, from, to)));
            }
        });
    }

    private Reason why(HeldLevel level, Standing was, Standing is, Instant from, Instant to) {
        return was.met() && !is.met()
                ? outlook.forecast().whyItFalls(level.competencyId(), level.level(), from, to)
                : outlook.forecast().whyItChanges(level.competencyId(), level.level(), from, to);
    }

    /** Of every level, also where no option in force offers it: another revision may. */
    private Map<HeldLevel, Standing> standings(List<CompetencyStatus> statuses) {
        var standings = new LinkedHashMap<HeldLevel, Standing>();
        for (var status : statuses) {
            for (var level : Level.values()) {
                standings.put(new HeldLevel(status.competencyId(), level), standing(status, level));
            }
        }
        return standings;
    }

    /** What is met while the subscription covers it is held from then on. */
    private Standing standing(CompetencyStatus status, Level level) {
        var key = new HeldLevel(status.competencyId(), level);
        var one = status.level(level);
        boolean met = one != null && one.met();
        boolean covered = outlook.holding().term().covers(level);
        if (met && covered) {
            held.add(key);
        }
        var stage = Stage.of(
                held.contains(key),
                false,
                met,
                covered,
                outlook.holding().lapsed().contains(key),
                one != null && one.started());
        return new Standing(stage, met);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
