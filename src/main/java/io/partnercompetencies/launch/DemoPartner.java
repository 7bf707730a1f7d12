package io.partnercompetencies.launch;

import io.partnercompetencies.database.Database;
import io.partnercompetencies.organization.NewOrganization;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.OrganizationView;
import io.partnercompetencies.rules.Market;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Contoso, an obviously invented partner with a year behind it: two competencies met and a silver subscription bought,
 * then an employee of the two who carried Messaging left. A new colleague's exams wait their 24 hours and will close the
 * gap. One transaction: the database has the whole story or nothing of it.
 */
@Singleton
class DemoPartner {

    static final String MPN_ID = "demo-contoso";

    private final Database database;
    private final OrganizationService organizations;
    private final DemoEmployees employees;
    private final DemoBusiness business;

    DemoPartner(Database database, OrganizationService organizations, DemoEmployees employees, DemoBusiness business) {
        this.database = database;
        this.organizations = organizations;
        this.employees = employees;
        this.business = business;
    }

    Uni<OrganizationView> load(Instant now) {
        var contoso = new NewOrganization(MPN_ID, "Contoso", "ES", Market.DEVELOPED);
        return database.transaction(() -> organizations
                .createAt(contoso, now.minus(Duration.ofDays(200)))
                .call(created -> live(created.id(), now)));
    }

    private Uni<Void> live(UUID contoso, Instant now) {
        var joined = now.minus(Duration.ofDays(200));
        var bought = now.minus(Duration.ofDays(180));
        var left = now.minus(Duration.ofDays(3));
        var linked = now.minus(Duration.ofHours(2));
        return employees
                .join(contoso, "Ana", joined, "70-345", "70-347", "70-346")
                .chain(() -> employees.join(contoso, "Bo", joined, "70-345", "70-347"))
                .chain(leaver -> business.figures(contoso, bought, 2_300)
                        .chain(() -> business.pass(contoso, bought))
                        .chain(() -> business.buySilver(contoso, bought))
                        .chain(() -> employees.leave(contoso, leaver, left)))
                .chain(() -> employees.join(contoso, "Cy", linked, "70-345", "70-347"))
                .chain(() -> employees.join(contoso, "Dee", linked))
                .chain(() -> business.figures(contoso, now, 2_400))
                .chain(() -> business.pass(contoso, now));
    }
}
