package io.partnercompetencies.achievement;

import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Language;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

@Path("/v1/organizations/{organizationId}/users/{userId}/achievements/{achievementId}/diagnosis")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Achievements")
class DiagnosisResource {

    private final Diagnoses diagnoses;
    private final Answers answers;

    DiagnosisResource(Diagnoses diagnoses, Answers answers) {
        this.diagnoses = diagnoses;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "diagnoseAchievement",
            summary = "Why an employee's achievement counts, or does not, and what to do about it")
    public Uni<RestResponse<DiagnosisView>> get(
            UUID organizationId,
            UUID userId,
            UUID achievementId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages).forMessages();
        return diagnoses
                .of(organizationId, userId, achievementId, language)
                .map(view -> answers.of(headers, language, view));
    }
}
