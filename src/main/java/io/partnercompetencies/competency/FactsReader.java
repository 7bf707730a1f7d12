package io.partnercompetencies.competency;

import io.partnercompetencies.achievement.CreditReader;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.performance.AttestationReader;
import io.partnercompetencies.performance.FigureReader;
import io.partnercompetencies.rules.Attested;
import io.partnercompetencies.rules.Credentials;
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
        var gathered = new Gathered();
        return organizations
                .markets(in, ids)
                .invoke(found -> gathered.markets = found)
                .chain(() -> credits.running(in, ids, lastEvaluated))
                .invoke(found -> gathered.credits = found)
                .chain(() -> figures.figures(in, ids, earliest))
                .invoke(found -> gathered.figures = found)
                .chain(() -> attestations.running(in, ids, lastEvaluated))
                .invoke(found -> gathered.attestations = found)
                .chain(() -> waivers.running(in, each, lastEvaluated))
                .invoke(found -> gathered.waivers = found)
                .map(done -> gathered.facts(catalogue.credentials()));
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
        var gathered = new Gathered();
        gathered.markets = Map.of(id, market);
        return credits.knownAt(in, id, at)
                .invoke(found -> gathered.credits = Map.of(id, found))
                .chain(() -> figures.knownAt(in, id, at))
                .invoke(found -> gathered.figures = Map.of(id, found))
                .chain(() -> attestations.knownAt(in, id, at))
                .invoke(found -> gathered.attestations = Map.of(id, found))
                .chain(() -> waivers.knownAt(in, id, at))
                .invoke(found -> gathered.waivers = Map.of(id, found))
                .map(done -> gathered.facts(catalogue.credentials()).get(id));
    }

    /** Fills as the statements answer, one after another. */
    private static final class Gathered {

        private Map<UUID, Market> markets;
        private Map<UUID, List<Credit>> credits;
        private Map<UUID, List<Figure>> figures;
        private Map<UUID, List<Attested>> attestations;
        private Map<UUID, List<Waiver>> waivers;

        Map<UUID, Facts> facts(Credentials credentials) {
            var facts = new HashMap<UUID, Facts>();
            markets.forEach((id, market) -> facts.put(
                    id,
                    new Facts(
                            market,
                            credits.getOrDefault(id, List.of()),
                            figures.getOrDefault(id, List.of()),
                            attestations.getOrDefault(id, List.of()),
                            waivers.getOrDefault(id, List.of()),
                            credentials)));
            return facts;
        }
    }
}
