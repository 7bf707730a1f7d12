package io.partnercompetencies.webhook;

import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Webhooks")
class EventResource {

    private final Events events;

    EventResource(Events events) {
        this.events = events;
    }

    @GET
    @Operation(operationId = "listEvents", summary = "What happened, oldest first")
    @Extension(name = Collection.UNCOUNTED, value = "true")
    public Uni<Collection<Event>> list(
            UUID organizationId,
            @QueryParam("after")
                    @Parameter(description = "Id of the event that was seen last; without it from the oldest on")
                    @Schema(implementation = UUID.class)
                    String after,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return events.page(organizationId, Parameters.id("after", after), page)
                .map(rows ->
                        Collection.uncounted(uri, page, rows, row -> row.id().toString()));
    }
}
