package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small worlds: five people, five credentials, two metrics, and moments at which something begins or ends. */
final class GeneratedFacts {

    static final List<String> CODES = List.of("A1", "b2", "C3", "d4", "E5");
    static final List<String> METRICS = List.of("seats", "revenue");
    static final List<String> PRODUCTS = List.of("mail", "chat", "maps");
    static final List<String> ASSOCIATIONS = List.of("sold", "managed", "named");
    static final List<String> ATTESTATIONS = List.of("reseller", "trainer");

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-30");
    private static final YearMonth MONTH = YearMonth.from(LAST_DAY);
    private static final Instant LONG_AGO = Instant.parse("2025-03-01T00:00:00Z");

    /** Knows the codes in any case; the last one is retired. */
    record Known(List<Credential> credentials) implements Credentials {
        @Override
        public Credential named(String code) {
            return credentials.stream()
                    .filter(credential -> credential.code().equalsIgnoreCase(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    static final Known CATALOGUE = new Known(List.of(
            new Credential("A1", Credential.Kind.EXAM, null),
            new Credential("b2", Credential.Kind.CERTIFICATION, null),
            new Credential("C3", Credential.Kind.ASSESSMENT, LAST_DAY.plusYears(1)),
            new Credential("d4", Credential.Kind.EXTERNAL_CERTIFICATION, null),
            new Credential("E5", Credential.Kind.EXAM, LAST_DAY)));

    /** What became of an achievement. */
    private enum Fate {
        COUNTS,
        COUNTS_FROM_NOW,
        COUNTS_FROM_SOON,
        REPORTED_NOW,
        REPORTED_SOON,
        EXPIRES_NOW,
        EXPIRES_SOON,
        REVOKED_NOW,
        REVOKED_SOON,
        ENDED_NOW,
        ENDED_SOON,
        OF_ANOTHER_KIND_OF_ACCOUNT,
        OF_ANOTHER_TYPE
    }

    private record Earned(int person, String code, Fate fate) {}

    private GeneratedFacts() {}

    static Arbitrary<Moment> moments() {
        var at = Arbitraries.of(
                "2026-11-30T00:00:00Z", "2026-11-30T23:59:59.999999Z", "2026-12-01T00:00:00Z", "2026-12-24T18:00:00Z");
        return Combinators.combine(at, Arbitraries.of(0, 0, 1))
                .as((instant, behind) -> new Moment(
                        Instant.parse(instant), Instant.parse(instant).minusSeconds(behind)));
    }

    /** Facts as of a moment: what begins or ends does so a moment before, at, or after it. */
    static Arbitrary<Function<Moment, Facts>> facts() {
        return Combinators.combine(
                        Arbitraries.of(Market.class),
                        earned().list().ofMaxSize(14),
                        figure().list().ofMaxSize(8),
                        attested().list().ofMaxSize(3),
                        waiver().list().ofMaxSize(2))
                .as((market, earned, figures, attestations, waivers) -> moment -> new Facts(
                        market,
                        credits(earned, moment),
                        figures,
                        attestations.stream().map(one -> one.apply(moment)).toList(),
                        waivers.stream().map(waiver -> waiver.apply(moment)).toList(),
                        CATALOGUE));
    }

    /** One more achievement. */
    static Arbitrary<Function<Moment, Credit>> credit() {
        return earned().map(earned -> moment -> credit(earned, 1_000, moment));
    }

    private static Arbitrary<Earned> earned() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.frequency(
                                Tuple.of(5, "A1"),
                                Tuple.of(4, "b2"),
                                Tuple.of(3, "C3"),
                                Tuple.of(2, "d4"),
                                Tuple.of(2, "e5"),
                                Tuple.of(1, "a1"),
                                Tuple.of(1, "D4"),
                                Tuple.of(1, "unknown")),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Fate.COUNTS)), Tuple.of(2, Arbitraries.of(Fate.class))))
                .as(Earned::new);
    }

    private static List<Credit> credits(List<Earned> earned, Moment moment) {
        var credits = new ArrayList<Credit>();
        for (var one : earned) {
            credits.add(credit(one, credits.size(), moment));
        }
        return credits;
    }

    /** Ids repeat now and then: an account's achievement may come through two associations. */
    private static Credit credit(Earned earned, int number, Moment moment) {
        var now = moment.at();
        var soon = now.plusNanos(1);
        var counted = moment.countedThrough();
        var notCounted = counted.plusNanos(1);
        var fate = earned.fate();
        var credential = CATALOGUE.named(earned.code());
        var type = credential == null ? AchievementType.EXAM : credential.kind().reportedAs();
        return new Credit(
                new UUID(7, number % 11),
                person(earned.person()),
                earned.code(),
                fate == Fate.OF_ANOTHER_TYPE ? another(type) : type,
                fate != Fate.OF_ANOTHER_KIND_OF_ACCOUNT,
                LONG_AGO,
                instant(fate, Fate.COUNTS_FROM_NOW, counted, Fate.COUNTS_FROM_SOON, notCounted, LONG_AGO),
                instant(fate, Fate.REPORTED_NOW, counted, Fate.REPORTED_SOON, notCounted, LONG_AGO),
                instant(fate, Fate.EXPIRES_NOW, now, Fate.EXPIRES_SOON, soon, null),
                instant(fate, Fate.REVOKED_NOW, now, Fate.REVOKED_SOON, soon, null),
                instant(fate, Fate.ENDED_NOW, now, Fate.ENDED_SOON, soon, null));
    }

    /** Ids whose order is not that of their hashes. */
    private static UUID person(int number) {
        return new UUID(number * 0x9E3779B97F4A7C15L, number);
    }

    private static AchievementType another(AchievementType type) {
        return type == AchievementType.EXAM ? AchievementType.ASSESSMENT : AchievementType.EXAM;
    }

    private static Instant instant(Fate fate, Fate first, Instant one, Fate second, Instant other, Instant otherwise) {
        return fate == first ? one : fate == second ? other : otherwise;
    }

    private static Arbitrary<Figure> figure() {
        return Combinators.combine(
                        Arbitraries.of(METRICS),
                        Arbitraries.of(PRODUCTS),
                        Arbitraries.of(ASSOCIATIONS),
                        Arbitraries.of(1, 0, 0, 0, -1, -1, -2, -10, -11, -12),
                        Arbitraries.of(true, false, false, false),
                        Arbitraries.of("10", "20", "25", "30", "0.5", "4.5", "-5", "0", "100"))
                .as((metric, product, association, month, trial, value) -> new Figure(
                        metric, product, association, MONTH.plusMonths(month), trial, new BigDecimal(value), 1));
    }

    private static Arbitrary<Function<Moment, Attested>> attested() {
        return Combinators.combine(Arbitraries.of(ATTESTATIONS), Arbitraries.of(-1, 0, 1), Arbitraries.of(0, 1, 9))
                .as((code, from, until) -> moment -> new Attested(
                        code,
                        moment.at().plusSeconds(from),
                        until == 9 ? null : moment.at().plusSeconds(until)));
    }

    private static Arbitrary<Function<Moment, Waiver>> waiver() {
        return Combinators.combine(
                        Arbitraries.of(MetBy.OVERRIDE, MetBy.EXEMPTION),
                        Arbitraries.of(GeneratedLaws.COMPETENCY, "another"),
                        Arbitraries.of(Level.class),
                        Arbitraries.of(-1, 0, 1),
                        Arbitraries.of(0, 1, 9))
                .as((by, competency, level, from, until) -> moment -> new Waiver(
                        new UUID(0, 0),
                        by,
                        competency,
                        level,
                        "generated",
                        moment.at().plusSeconds(from),
                        until == 9 ? null : moment.at().plusSeconds(until)));
    }
}
