package io.partnercompetencies.competency;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Etags;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/competencies")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Competency status", description = "Where an organization stands, with the proof.")
class StatusResource {

    /** The answer's {@code completeThrough}, which its entity tag leaves out. */
    static final String COMPLETE_THROUGH = "Complete-Through";

    private final StatusService status;
    private final Caller caller;

    StatusResource(StatusService status, Caller caller) {
        this.status = status;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getStatus", summary = "Where the organization stands in all competencies")
    public Uni<RestResponse<StatusView>> all(
            UUID organizationId,
            @QueryParam("asOf") @Schema(implementation = Instant.class) String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages);
        return status.all(organizationId, Parameters.instant("asOf", asOf), language)
                .map(tagged -> answer(headers, tagged, language));
    }

    @GET
    @Path("/{competencyId}")
    @Operation(
            operationId = "getCompetencyStatus",
            summary = "Where the organization stands in one competency, with the proof of every option")
    public Uni<RestResponse<CompetencyStatusView>> one(
            UUID organizationId,
            String competencyId,
            @QueryParam("asOf") @Schema(implementation = Instant.class) String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages);
        return status.one(organizationId, competencyId, Parameters.instant("asOf", asOf), language, caller.seesPeople())
                .map(tagged -> answer(headers, tagged, language));
    }

    private static <T> RestResponse<T> answer(HttpHeaders headers, StatusService.Tagged<T> tagged, Language language) {
        return Etags.builder(headers, tagged.tag(), tagged.view())
                .header(COMPLETE_THROUGH, tagged.completeThrough().toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }
}
