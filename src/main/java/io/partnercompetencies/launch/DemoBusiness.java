package io.partnercompetencies.launch;

import io.partnercompetencies.competency.Evaluations;
import io.partnercompetencies.membership.MembershipService;
import io.partnercompetencies.organization.Standings;
import io.partnercompetencies.performance.NewRecords.NewRecord;
import io.partnercompetencies.performance.PerformanceService;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What the demo partner reports and buys, and the passes that counted for it. */
@Singleton
class DemoBusiness {

    private final PerformanceService performance;
    private final MembershipService memberships;
    private final Standings standings;
    private final Evaluations evaluations;

    DemoBusiness(
            PerformanceService performance,
            MembershipService memberships,
            Standings standings,
            Evaluations evaluations) {
        this.performance = performance;
        this.memberships = memberships;
        this.standings = standings;
        this.evaluations = evaluations;
    }

    Uni<Void> figures(UUID organizationId, Instant at, long activeUsers) {
        var month = YearMonth.from(at.atOffset(ZoneOffset.UTC)).toString();
        var records = List.of(
                record("fabrikam", "exchange-online", month, activeUsers, false),
                record("fabrikam", "yammer", month, 150, true));
        return performance.putAt(organizationId, records, at).replaceWithVoid();
    }

    private static NewRecord record(String customer, String workload, String month, long value, boolean trial) {
        return new NewRecord(
                customer,
                "active-entitlements",
                workload,
                "delegated-admin",
                month,
                BigDecimal.valueOf(value),
                trial,
                null);
    }

    /** A pass as the job would have run it then, for this partner alone. */
    Uni<Void> pass(UUID organizationId, Instant at) {
        return standings
                .lock(List.of(organizationId))
                .chain(locked -> evaluations.pass(locked, at))
                .replaceWithVoid();
    }

    Uni<Void> buySilver(UUID organizationId, Instant at) {
        return memberships.buyAt(organizationId, Level.SILVER, at).replaceWithVoid();
    }
}
