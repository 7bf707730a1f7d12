package io.partnercompetencies.membership;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Membership", description = "Subscriptions, what they show, and what puts them at risk.")
class ForecastResource {

    private final ForecastService forecasts;
    private final Answers answers;
    private final Caller caller;

    ForecastResource(ForecastService forecasts, Answers answers, Caller caller) {
        this.forecasts = forecasts;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getForecast", summary = "What breaks when, if nobody does anything")
    public Uni<RestResponse<ForecastView>> forecast(UUID organizationId, @Context HttpHeaders headers) {
        return forecasts.forecast(organizationId, caller.seesPeople()).map(view -> answers.of(headers, view));
    }
}
