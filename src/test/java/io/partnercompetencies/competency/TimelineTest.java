package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Figure;
import io.partnercompetencies.rules.Forecast;
import io.partnercompetencies.rules.LawHistory;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Revision;
import io.partnercompetencies.rules.Span;
import io.partnercompetencies.rules.Stage;
import io.partnercompetencies.rules.Term;
import io.partnercompetencies.rules.Waiver;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The time line against an evaluation of every single day. */
class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    /** Before one of the days of {@link #soon}. */
    private static final LocalDate LAST_DAY = TODAY.plusDays(333);

    private static final HeldLevel SILVER = new HeldLevel("tested", Level.SILVER);
    private static final HeldLevel GOLD = new HeldLevel("tested", Level.GOLD);

    /** Two people, or one while figures last; from a day on three. GOLD rests on an attestation as well. */
    private static LawHistory law(LocalDate revised, Random random) {
        return new LawHistory(
                "tested",
                List.of(
                        new Revision(null, revised, options(2, random.nextInt(4) > 0)),
                        new Revision(revised, null, options(3, random.nextInt(4) > 0))));
    }

    private static List<OptionLaw> options(int people, boolean gold) {
        var revenue = new Requirement.Performance(
                "revenue", Map.of(Market.DEVELOPED, BigDecimal.TEN), Set.of(), Set.of(), Span.TWELVE_MONTHS, null);
        var silver = new Requirement.AnyOf(
                List.of(people(people), new Requirement.AllOf(List.of(people(people - 1), revenue))));
        var both = new Requirement.AllOf(List.of(people(2), new Requirement.Attestation("reseller")));
        return List.of(new OptionLaw(
                "only", gold ? Map.of(Level.SILVER, silver, Level.GOLD, both) : Map.of(Level.SILVER, silver)));
    }

    private static Requirement people(int count) {
        return new Requirement.People(count, new PersonClause.Holds("a"));
    }

    @Property(tries = 400)
    void it_says_of_each_day_what_an_evaluation_of_that_day_says(@ForAll long seed) {
        var random = new Random(seed);
        var history = law(TODAY.plusDays(random.nextInt(500)), random);
        var facts = facts(random);
        var term = new Term(random.nextBoolean() ? Level.SILVER : Level.GOLD, TODAY.minusDays(30), LAST_DAY, null);
        var moment = new Moment(NOW, NOW.minusSeconds(random.nextInt(2)));
        var statuses = List.of(Evaluator.evaluate(history.at(NOW), facts, moment));
        var holding = new Holding(
                term,
                random.nextBoolean() ? Set.of(SILVER) : Set.of(),
                random.nextBoolean() ? Set.of(GOLD) : Set.of(),
                null);
        var turns = new Outlook(moment, statuses, holding, new Forecast(facts, List.of(history))).turns();

        assertThat(turns.stream().map(turn -> new Day(turn.on(), turn.level(), turn.from(), turn.to())))
                .containsExactlyElementsOf(dayByDay(history, facts, holding, statuses.get(0)));
        assertThat(turns).allSatisfy(turn -> assertThat(turn.reason().causes()).isNotEmpty());
    }

    private record Day(LocalDate on, HeldLevel level, Stage from, Stage to) {}

    private static List<Day> dayByDay(LawHistory history, Facts facts, Holding holding, CompetencyStatus start) {
        var days = new ArrayList<Day>();
        var held = new HashMap<HeldLevel, Boolean>();
        var stages = new HashMap<HeldLevel, Stage>();
        for (var level : List.of(SILVER, GOLD)) {
            stages.put(level, stage(level, start, holding, held));
        }
        var decided = holding.term().expiresOn().plusDays(1);
        for (var day = TODAY; !day.isAfter(decided); day = day.plusDays(1)) {
            var at = day.equals(decided)
                    ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                    : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
            var status = Evaluator.evaluate(history.at(at), facts, Moment.settled(at));
            for (var level : List.of(SILVER, GOLD)) {
                var before = stages.get(level);
                var after = stage(level, status, holding, held);
                if (before != after) {
                    days.add(new Day(day, level, before, after));
                }
                stages.put(level, after);
            }
        }
        return days;
    }

    private static Stage stage(
            HeldLevel level, CompetencyStatus status, Holding holding, Map<HeldLevel, Boolean> everHeld) {
        var one = status.level(level.level());
        boolean met = one != null && one.met();
        var covered = holding.term().level() == Level.GOLD || level.equals(SILVER);
        var held = everHeld.merge(level, holding.held().contains(level) || met && covered, Boolean::logicalOr);
        if (held) {
            return met ? Stage.ACTIVE : Stage.AT_RISK;
        }
        if (met) {
            return Stage.QUALIFIED;
        }
        if (holding.lapsed().contains(level)) {
            return Stage.INACTIVE;
        }
        return one != null && one.started() ? Stage.STARTED : Stage.NOT_STARTED;
    }

    private static Facts facts(Random random) {
        var credits = new ArrayList<Credit>();
        for (int i = 0; i < random.nextInt(6); i++) {
            credits.add(new Credit(
                    new UUID(7, i),
                    new UUID(2, random.nextInt(4)),
                    random.nextInt(4) == 0 ? "b" : "a",
                    AchievementType.EXAM,
                    true,
                    NOW.minus(Duration.ofDays(90)),
                    random.nextInt(3) == 0 ? soon(random) : NOW.minus(Duration.ofDays(60)),
                    NOW.minus(Duration.ofDays(80)),
                    random.nextBoolean() ? soon(random) : null,
                    null,
                    null));
        }
        var retires = random.nextInt(3) == 0 ? TODAY.plusDays(random.nextInt(400)) : null;
        return new Facts(
                Market.DEVELOPED,
                credits,
                random.nextBoolean() ? List.of() : List.of(figure(random), figure(random)),
                random.nextBoolean() ? List.of() : List.of(new Attested("reseller", NOW.minusSeconds(9), soon(random))),
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new Waiver(
                                new UUID(8, 1),
                                MetBy.OVERRIDE,
                                "tested",
                                random.nextBoolean() ? Level.SILVER : Level.GOLD,
                                "A reason.",
                                NOW.minusSeconds(9),
                                soon(random))),
                code -> new Credential(code, Credential.Kind.EXAM, code.equals("a") ? retires : null));
    }

    private static Figure figure(Random random) {
        return new Figure(
                "revenue",
                "",
                "",
                YearMonth.parse("2026-11").minusMonths(random.nextInt(12)),
                false,
                BigDecimal.valueOf(3L + random.nextInt(9)),
                1);
    }

    /** On few days, so that several things happen on one; often at its very beginning. */
    private static Instant soon(Random random) {
        var day = TODAY.plusDays(1 + 37L * random.nextInt(10)).atStartOfDay(ZoneOffset.UTC);
        return day.plusSeconds(random.nextInt(3) * 30_000L).toInstant();
    }
}
