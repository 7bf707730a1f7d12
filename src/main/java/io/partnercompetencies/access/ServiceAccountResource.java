package io.partnercompetencies.access;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Etags;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/service-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Service accounts", description = "The accounts of integrations, where no identity provider is configured.")
class ServiceAccountResource {

    private final ServiceAccounts accounts;
    private final Idempotency idempotency;

    ServiceAccountResource(ServiceAccounts accounts, Idempotency idempotency) {
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createServiceAccount",
            summary = "Let an integration sign in",
            description = "It signs in with HTTP Basic, by the user name and the secret, which the answer shows this"
                    + " once.")
    @APIResponse(
            responseCode = "201",
            description = "The service account, with its secret",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = CreatedServiceAccount.class)))
    @Extension(name = "x-refused-with", value = "passwords-kept-elsewhere")
    public Uni<Response> create(@NotNull @Valid NewServiceAccount wanted) {
        return accounts.secret()
                .chain(secret -> idempotency.once(
                        wanted,
                        () -> accounts.create(wanted, secret)
                                .map(made -> Answer.createdWithSecret(
                                        "/v1/service-accounts/" + made.account().id(), made, made.withoutSecret()))));
    }

    @GET
    @Operation(operationId = "listServiceAccounts", summary = "The service accounts that can sign in")
    public Uni<Collection<ServiceAccountView>> list(@BeanParam PageQuery query, @Context UriInfo uri) {
        var page = query.pageById();
        return accounts.page(page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/{serviceAccountId}")
    @Operation(operationId = "getServiceAccount", summary = "One service account")
    public Uni<RestResponse<ServiceAccountView>> get(UUID serviceAccountId, @Context HttpHeaders headers) {
        return accounts.get(serviceAccountId)
                .map(found -> Etags.answer(headers, Etags.strong(ServiceAccounts.VERSION), found));
    }

    @DELETE
    @Path("/{serviceAccountId}")
    @Operation(
            operationId = "deleteServiceAccount",
            summary = "Shut an integration out",
            description = "From the next call on it cannot sign in. It is not shown any more.")
    public Uni<Void> delete(UUID serviceAccountId, @Context HttpHeaders headers) {
        return accounts.delete(serviceAccountId, version -> Etags.mustAllowChange(headers, Etags.strong(version)));
    }
}
