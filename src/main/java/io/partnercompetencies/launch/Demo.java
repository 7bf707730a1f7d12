package io.partnercompetencies.launch;

import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.OrganizationView;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads the demo partner into an empty database, and says what to try. */
@Singleton
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);

    /** After the catalogue is numbered and the built-in administrator is there. */
    private static final int LAST = 10_000;

    private final boolean wanted;
    private final int port;
    private final DemoPartner partner;
    private final OrganizationService organizations;
    private final Clock clock;

    Demo(
            @ConfigProperty(name = "competencies.demo") boolean wanted,
            @ConfigProperty(name = "quarkus.http.port") int port,
            DemoPartner partner,
            OrganizationService organizations,
            Clock clock) {
        this.wanted = wanted;
        this.port = port;
        this.partner = partner;
        this.organizations = organizations;
        this.clock = clock;
    }

    void load(@Observes @Priority(LAST) StartupEvent event) throws Throwable {
        if (wanted) {
            VertxContextSupport.subscribeAndAwait(this::loadOnce).ifPresent(this::show);
        }
    }

    /** The demo partner; empty where the database belongs to others. */
    private Uni<Optional<OrganizationView>> loadOnce() {
        return organizations
                .page(null, new Page(1, null))
                .chain(found -> found.total() == 0
                        ? partner.load(clock.instant()).map(Optional::of)
                        : organizations
                                .page(DemoPartner.MPN_ID, new Page(1, null))
                                .map(demo -> demo.rows().stream().findFirst()));
    }

    private void show(OrganizationView demo) {
        var base = "http://localhost:" + port + "/v1/organizations/" + demo.id();
        LOG.infof("""
                The demo partner %s is loaded. Try (the password is that of the built-in admin; in development it is "demo"):
                  curl -u admin:demo '%s/competencies'
                  curl -u admin:demo '%s/achievements?status=PENDING'
                  curl -u admin:demo -H 'Accept-Language: es' '%s/alerts'""", demo.name(), base, base, base);
    }
}
