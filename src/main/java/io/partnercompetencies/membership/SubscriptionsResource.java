package io.partnercompetencies.membership;

import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The operator's view of who has bought what. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Membership")
class SubscriptionsResource {

    private final AllSubscriptions subscriptions;

    SubscriptionsResource(AllSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Operation(operationId = "listAllSubscriptions", summary = "The terms of all organizations")
    public Uni<Collection<OrganizationSubscriptionView>> list(
            @QueryParam("expiresBefore") @Schema(implementation = LocalDate.class) String expiresBefore,
            @QueryParam("level") @Schema(implementation = Level.class) String level,
            @QueryParam("status") @Schema(implementation = SubscriptionStatus.class) String status,
            @QueryParam("atRisk") @Schema(type = SchemaType.BOOLEAN) String atRisk,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        var filter = new SubscriptionFilter(
                Parameters.date("expiresBefore", expiresBefore),
                Parameters.oneOf(Level.class, "level", level),
                Parameters.oneOf(SubscriptionStatus.class, "status", status),
                Parameters.truth("atRisk", atRisk));
        return subscriptions
                .page(filter, page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }
}
