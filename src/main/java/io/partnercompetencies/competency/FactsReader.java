package io.partnercompetencies.competency;

import io.partnercompetencies.achievement.CreditReader;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.database.Statements;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.performance.FigureReader;
import io.partnercompetencies.rules.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers what the law looks at, for many organisations with one statement for each kind of fact. */
@Singleton
class FactsReader {

    private final OrganizationService organizations;
    private final CreditReader credits;
    private final FigureReader figures;
    private final Catalogue catalogue;

    FactsReader(OrganizationService organizations, CreditReader credits, FigureReader figures, Catalogue catalogue) {
        this.organizations = organizations;
        this.credits = credits;
        this.figures = figures;
        this.catalogue = catalogue;
    }

    /** @param at the instant of the evaluation; what expired since an organisation's last one is among the facts */
    Uni<Map<UUID, Facts>> facts(Statements in, Collection<Standing> standings, Instant at) {
        var ids = standings.stream().map(Standing::organizationId).toList();
        var lastEvaluated = standings.stream()
                .map(Standing::evaluatedAt)
                .min(Instant::compareTo)
                .orElse(at);
        return organizations
                .markets(in, ids)
                .chain(markets -> credits.running(in, ids, lastEvaluated)
                        .chain(credited -> figures.figures(in, ids, at).map(measured -> {
                            var facts = new HashMap<UUID, Facts>();
                            markets.forEach((id, market) -> facts.put(
                                    id,
                                    new Facts(
                                            market,
                                            credited.getOrDefault(id, List.of()),
                                            measured.getOrDefault(id, List.of()),
                                            catalogue.credentials())));
                            return facts;
                        })));
    }

    /** What was known of one organisation at a past instant (R8); none when it did not exist then. */
    Uni<Optional<Facts>> knownAt(Statements in, UUID organizationId, Instant at) {
        return organizations
                .marketAt(in, organizationId, at)
                .chain(market -> market.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : credits.knownAt(in, organizationId, at)
                                .chain(credited -> figures.knownAt(in, organizationId, at)
                                        .map(measured -> Optional.of(new Facts(
                                                market.get(), credited, measured, catalogue.credentials())))));
    }
}
