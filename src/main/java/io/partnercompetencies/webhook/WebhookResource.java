package io.partnercompetencies.webhook;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.PageQuery;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Webhooks", description = "What a partner's own systems are told of, as it happens or afterwards.")
class WebhookResource {

    private final Webhooks webhooks;
    private final Idempotency idempotency;

    WebhookResource(Webhooks webhooks, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Have events posted to an address",
            description = "From now on every event of the named types is posted there as CloudEvents 1.0 JSON, signed"
                    + " as Standard Webhooks has it: at least once, in order, tried again for 24 hours.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its secret",
            content = @Content(schema = @Schema(implementation = CreatedWebhook.class)))
    public Uni<Response> create(UUID organizationId, @NotNull @Valid NewWebhook wanted) {
        var secret = wanted.signingSecret();
        return webhooks.mustBeAllowed(wanted)
                .chain(() -> idempotency.once(
                        wanted,
                        () -> webhooks.create(organizationId, wanted, secret)
                                .map(made -> Answer.createdWithSecret(null, made, made.withoutSecret()))));
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The webhooks of a company, and how they fare")
    public Uni<Collection<WebhookView>> list(UUID organizationId, @BeanParam PageQuery query, @Context UriInfo uri) {
        var page = query.pageById();
        return webhooks.page(organizationId, page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @DELETE
    @Path("/{webhookId}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Have nothing posted any more",
            description = "What is under way may still arrive. Events stay in the list of events.")
    public Uni<Void> delete(UUID organizationId, UUID webhookId) {
        return webhooks.delete(organizationId, webhookId);
    }

    @POST
    @Path("/{webhookId}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Have a test event posted at once",
            description =
                    "Its type is webhook.test, and it is none of the company's events. Where it arrives, a webhook"
                            + " that was failing or paused goes on with what waits.")
    public Uni<TestedWebhook> test(UUID organizationId, UUID webhookId) {
        return webhooks.test(organizationId, webhookId);
    }
}
