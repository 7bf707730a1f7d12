package io.partnercompetencies.competency;

import io.partnercompetencies.achievement.CreditReader;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.performance.AttestationReader;
import io.partnercompetencies.performance.FigureReader;
import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Figure;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Waiver;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what the law looks at, for many organisations with one statement for each kind of fact. */
@Singleton
class FactsReader {

    private final OrganizationService organizations;
    private final CreditReader credits;
    private final FigureReader figures;
    private final AttestationReader attestations;
    private final WaiverReader waivers;
    private final Catalogue catalogue;

    FactsReader(
            OrganizationService organizations,
            CreditReader credits,
            FigureReader figures,
            AttestationReader attestations,
            WaiverReader waivers,
            Catalogue catalogue) {
        this.organizations = organizations;
        this.credits = credits;
        this.figures = figures;
        this.attestations = attestations;
        this.waivers = waivers;
        this.catalogue = catalogue;
    }

    /**
     * What has ended since an organisation's last evaluation is among the facts.
     *
     * @param from the earliest instant at which a standing may be evaluated now
     */
    Uni<Map<UUID, Facts>> facts(Statements in, Collection<Standing> standings, Function<Standing, Instant> from) {
        var ids = standings.stream().map(Standing::organizationId).toList();
        var each = standings.stream().collect(Collectors.toMap(Standing::organizationId, from));
        var lastEvaluated = standings.stream()
                .map(Standing::evaluatedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        var earliest = each.values().stream().min(Instant::compareTo).orElseThrow();
        return gathered(
                organizations.markets(in, ids),
                credits.running(in, ids, lastEvaluated),
                figures.figures(in, ids, earliest),
                attestations.running(in, ids, lastEvaluated),
                waivers.running(in, each, lastEvaluated));
    }

    /** What was known of one organisation at a past instant (R8); none when it did not exist then. */
    Uni<Optional<Facts>> knownAt(Statements in, UUID id, Instant at) {
        return organizations
                .marketAt(in, id, at)
                .chain(market -> market.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : knownAt(in, id, at, market.get()).map(Optional::of));
    }

    private Uni<Facts> knownAt(Statements in, UUID id, Instant at, Market market) {
        return gathered(
                        Uni.createFrom().item(Map.of(id, market)),
                        credits.knownAt(in, id, at).map(found -> Map.of(id, found)),
                        figures.knownAt(in, id, at).map(found -> Map.of(id, found)),
                        attestations.knownAt(in, id, at).map(found -> Map.of(id, found)),
                        waivers.knownAt(in, id, at).map(found -> Map.of(id, found)))
                .map(facts -> facts.get(id));
    }

    /** The statements are sent one behind the other, so that rows are read here while the server finds the next. */
    private Uni<Map<UUID, Facts>> gathered(
            Uni<Map<UUID, Market>> markets,
            Uni<Map<UUID, List<Credit>>> credits,
            Uni<Map<UUID, List<Figure>>> figures,
            Uni<Map<UUID, List<Attested>>> attestations,
            Uni<Map<UUID, List<Waiver>>> waivers) {
        return Uni.combine()
                .all()
                .unis(markets, credits, figures, attestations, waivers)
                .with(this::facts);
    }

    private Map<UUID, Facts> facts(
            Map<UUID, Market> markets,
            Map<UUID, List<Credit>> credits,
            Map<UUID, List<Figure>> figures,
            Map<UUID, List<Attested>> attestations,
            Map<UUID, List<Waiver>> waivers) {
        var facts = new HashMap<UUID, Facts>();
        markets.forEach((id, market) -> facts.put(
                id,
                new Facts(
                        market,
                        credits.getOrDefault(id, List.of()),
                        figures.getOrDefault(id, List.of()),
                        attestations.getOrDefault(id, List.of()),
                        waivers.getOrDefault(id, List.of()),
                        catalogue.credentials())));
        return facts;
    }
}
