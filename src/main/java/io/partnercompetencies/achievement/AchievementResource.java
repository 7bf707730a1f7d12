package io.partnercompetencies.achievement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/achievements")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Achievements", description = "Exams, certifications and assessments that accounts have earned.")
class AchievementResource {

    private final AchievementService achievements;
    private final Revocation revocation;
    private final Batches batches;
    private final Idempotency idempotency;

    AchievementResource(
            AchievementService achievements, Revocation revocation, Batches batches, Idempotency idempotency) {
        this.achievements = achievements;
        this.revocation = revocation;
        this.batches = batches;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordAchievement",
            summary = "Report an achievement",
            description = "Nobody need have associated the account yet: it is kept, and counts once somebody has.")
    @APIResponse(
            responseCode = "201",
            description = "The achievement, recorded",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was known already; another expiry is taken over",
            content = @Content(schema = @Schema(implementation = AchievementView.class)))
    @Extension(name = "x-refused-with", value = "achievement-revoked, type-mismatch")
    public Uni<Response> record(@NotNull @Valid NewAchievement report) {
        return idempotency.once(
                report, () -> achievements.record(List.of(report)).map(answers -> answer(answers.get(0))));
    }

    private static Answer answer(Reported reported) {
        if (reported.refusal() != null) {
            throw reported.refusal();
        }
        return reported.isNew()
                ? Answer.created(null, reported.achievement())
                : Answer.existing(reported.achievement());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/batch")
    @Operation(operationId = "recordAchievements", summary = "Report up to 1,000 achievements, each on its own")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = NewAchievement[].class, maxItems = Batches.LARGEST)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each, in the order of the request",
            content = @Content(schema = @Schema(implementation = Batches.Result.class)))
    public Uni<Response> recordAll(@NotNull ArrayNode reports) {
        return idempotency.once(reports, () -> batches.record(reports).map(Answer::existing));
    }

    @GET
    @Operation(operationId = "listAchievementsOfAccount", summary = "What an account has earned")
    public Uni<Collection<AchievementView>> list(
            @QueryParam("account") @Parameter(required = true) String account,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        if (account == null) {
            throw Refusal.invalidParameter("account", "account is missing: the e-mail of the Microsoft account.");
        }
        var page = query.pageById();
        return achievements
                .page(Parameters.text("account", account, 254), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @DELETE
    @Path("/{achievementId}")
    @Operation(
            operationId = "revokeAchievement",
            summary = "Revoke an achievement",
            description = "It stops counting at once and cannot be reported again.")
    public Uni<Void> revoke(UUID achievementId) {
        return revocation.revoke(achievementId);
    }
}
