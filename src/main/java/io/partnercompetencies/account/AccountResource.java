package io.partnercompetencies.account;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/users/{userId}/microsoft-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Microsoft accounts", description = "The accounts under which employees earn achievements.")
class AccountResource {

    private final AccountService accounts;
    private final Linking linking;
    private final Unlinking unlinking;
    private final Idempotency idempotency;

    AccountResource(AccountService accounts, Linking linking, Unlinking unlinking, Idempotency idempotency) {
        this.accounts = accounts;
        this.linking = linking;
        this.unlinking = unlinking;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "associateMicrosoftAccount",
            summary = "Associate a Microsoft account with the user",
            description = "Ends what the account was associated with before, in whatever organization."
                    + " Its achievements begin to count 24 hours later.")
    @APIResponse(
            responseCode = "201",
            description = "The new association",
            content = @Content(schema = @Schema(implementation = AssociationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was associated with this user already",
            content = @Content(schema = @Schema(implementation = AssociationView.class)))
    @Extension(name = "x-refused-with", value = "user-left, already-associated, association-limited")
    public Uni<Response> link(UUID organizationId, UUID userId, @NotNull @Valid LinkAccount wanted) {
        return idempotency.once(
                wanted,
                () -> linking.link(organizationId, userId, wanted)
                        .map(linked -> linked.isNew()
                                ? Answer.created(null, linked.association())
                                : Answer.existing(linked.association())));
    }

    @GET
    @Operation(operationId = "listMicrosoftAccounts", summary = "The user's associations")
    public Uni<Collection<AssociationView>> list(
            UUID organizationId,
            UUID userId,
            @QueryParam("includeEnded") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") String includeEnded,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return accounts.page(organizationId, userId, Parameters.flag("includeEnded", includeEnded), page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @DELETE
    @Path("/{associationId}")
    @Operation(
            operationId = "endAssociation",
            summary = "End an association",
            description = "What came through it stops counting at once.")
    public Uni<Void> unlink(UUID organizationId, UUID userId, UUID associationId) {
        return unlinking.unlink(organizationId, userId, associationId);
    }
}
