package io.partnercompetencies.performance;

import io.partnercompetencies.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/performance")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Performance", description = "Figures of the organization's customers.")
class PerformanceResource {

    private final PerformanceService performance;

    private final Answers answers;

    PerformanceResource(PerformanceService performance, Answers answers) {
        this.performance = performance;
        this.answers = answers;
    }

    @Schema(name = "PerformanceReadings")
    record Readings(List<PerformanceReadingView> items) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPerformance",
            summary = "Send up to 10,000 figures",
            description =
                    "A record replaces the one that is equal in everything but the value; of equal ones in one call"
                            + " the last wins. Rejected records are listed, the others are taken and act at once.")
    public Uni<Uploads.Uploaded> put(UUID organizationId, @NotNull @Valid NewRecords body) {
        return performance.put(organizationId, body.records());
    }

    @GET
    @Operation(operationId = "getPerformance", summary = "What the figures amount to, and what is left out and why")
    public Uni<RestResponse<Readings>> get(UUID organizationId, @Context HttpHeaders headers) {
        return performance.readings(organizationId).map(items -> answers.of(headers, new Readings(items)));
    }
}
