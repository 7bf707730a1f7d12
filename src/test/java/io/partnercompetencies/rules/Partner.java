package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An organisation to test with: people by name, what they hold, and figures. Every credential code is known. */
final class Partner {

    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    static final YearMonth MONTH = YearMonth.parse("2026-11");

    private final Market market;
    private final List<Credit> credits = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Attested> attestations = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, LocalDate> acceptedUntil = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private int ids;

    private Partner(Market market) {
        this.market = market;
    }

    static Partner inDeveloped() {
        return new Partner(Market.DEVELOPED);
    }

    static Partner inDeveloping() {
        return new Partner(Market.DEVELOPING);
    }

    static UUID person(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Set<UUID> persons(String... names) {
        var ids = new HashSet<UUID>();
        for (var name : names) {
            ids.add(person(name));
        }
        return ids;
    }

    /** Achievements that have counted for long. */
    Partner with(String name, String... credentials) {
        return withFrom(NOW.minus(Duration.ofDays(30)), name, credentials);
    }

    /** Achievements that count only later. */
    Partner pending(String name, String... credentials) {
        return withFrom(NOW.plus(Duration.ofHours(5)), name, credentials);
    }

    Partner withFrom(Instant countsFrom, String name, String... credentials) {
        for (var credential : credentials) {
            add(credit(name, credential).countsFrom(countsFrom));
        }
        return this;
    }

    Partner add(CreditFixture credit) {
        credits.add(credit.build());
        return this;
    }

    CreditFixture credit(String name, String credential) {
        return new CreditFixture(new UUID(7, ++ids), person(name), credential);
    }

    Partner entitlements(int value) {
        return figure("active-entitlements", "exchange-online", "delegated-admin", MONTH, false, value);
    }

    Partner figure(String metric, String product, String association, YearMonth month, boolean trial, int value) {
        figures.add(new Figure(metric, product, association, month, trial, BigDecimal.valueOf(value), 1));
        return this;
    }

    Partner attested(String code) {
        return attested(new Attested(code, NOW.minusSeconds(9), null));
    }

    Partner attested(Attested attested) {
        attestations.add(attested);
        return this;
    }

    Partner waived(Waiver waiver) {
        waivers.add(waiver);
        return this;
    }

    Partner retired(String credential, LocalDate lastDay) {
        acceptedUntil.put(credential, lastDay);
        return this;
    }

    Partner unknown(String credential) {
        unknown.add(credential);
        return this;
    }

    Facts facts() {
        return new Facts(market, credits, figures, attestations, waivers, this::credential);
    }

    List<Figure> figures() {
        return figures;
    }

    private Credential credential(String reported) {
        var code = Credential.key(reported);
        return unknown.contains(code) ? null : new Credential(code, Credential.Kind.EXAM, acceptedUntil.get(code));
    }

    CompetencyStatus status(CompetencyLaw law) {
        return Evaluator.evaluate(law, facts(), Moment.settled(NOW));
    }

    LevelStatus silver(CompetencyLaw law) {
        return status(law).level(Level.SILVER);
    }

    LevelStatus gold(CompetencyLaw law) {
        return status(law).level(Level.GOLD);
    }

    /** The proof of a requirement that is asked for alone. */
    Proof proof(Requirement requirement) {
        return silver(Laws.silver(requirement)).options().get(0).proof();
    }
}
