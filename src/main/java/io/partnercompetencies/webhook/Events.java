package io.partnercompetencies.webhook;

import io.partnercompetencies.http.Page;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Replays an organisation's events, oldest first, as long as they are kept. */
@Singleton
public class Events {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int FORGOTTEN_AT_ONCE = 50_000;

    private final EventRepository events;
    private final OrganizationService organizations;

    Events(EventRepository events, OrganizationService organizations) {
        this.events = events;
        this.organizations = organizations;
    }

    /**
     * @param after the event that was seen last, or null to begin with the oldest; a page's own key goes before it
     * @return one more than the page has, where there are more
     */
    Uni<List<Event>> page(UUID organizationId, UUID after, Page page) {
        return organizations
                .get(organizationId)
                .chain(() -> start(organizationId, after, page))
                .chain(number -> events.after(organizationId, number, page.sizePlusOne()));
    }

    private Uni<Long> start(UUID organizationId, UUID after, Page page) {
        if (page.afterId() != null) {
            return place(organizationId, page.afterId(), "cursor");
        }
        return after == null ? Uni.createFrom().item(0L) : place(organizationId, after, "after");
    }

    private Uni<Long> place(UUID organizationId, UUID event, String parameter) {
        return events.number(organizationId, event)
                .map(number -> number.orElseThrow(() -> Refusal.invalidParameter(
                        parameter,
                        parameter + " must name an event of this organization that is not older than 30 days; leave it"
                                + " out to begin with the oldest that is kept.")));
    }

    /**
     * Forgets what has been kept for long enough, some at a time.
     *
     * @return how many
     */
    public Uni<Integer> tidy(Instant now) {
        return events.forget(now.minus(KEPT), FORGOTTEN_AT_ONCE);
    }
}
