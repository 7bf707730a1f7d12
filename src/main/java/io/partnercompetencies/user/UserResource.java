package io.partnercompetencies.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Etags;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.MergePatch;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/users")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Users", description = "The employees of an organization and their work accounts.")
class UserResource {

    private final Caller caller;
    private final UserService users;
    private final Departures departures;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    UserResource(
            Caller caller, UserService users, Departures departures, Idempotency idempotency, MergePatch mergePatch) {
        this.caller = caller;
        this.users = users;
        this.departures = departures;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createUser",
            summary = "Add an employee",
            description = "The answer shows the user name and the temporary password this once.")
    @APIResponse(
            responseCode = "201",
            description = "The user, with what to sign in with",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = CreatedUser.class)))
    @Extension(name = "x-refused-with", value = "duplicate-user")
    public Uni<Response> create(UUID organizationId, @NotNull @Valid NewUser wanted) {
        caller.mustBeAbleToGive(Roles.of(wanted.roles()));
        return users.firstPassword()
                .chain(password -> idempotency.once(
                        wanted,
                        () -> users.create(organizationId, wanted, password)
                                .map(made -> Answer.createdWithSecret(
                                        "/v1/organizations/" + organizationId + "/users/"
                                                + made.user().id(),
                                        made,
                                        made.withoutPassword()))));
    }

    @GET
    @Operation(operationId = "listUsers", summary = "The employees, those who have left included")
    public Uni<Collection<UserView>> list(
            UUID organizationId,
            @QueryParam("status") @Schema(implementation = UserStatus.class) String status,
            @QueryParam("q") String startsWith,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        return users.page(
                        organizationId,
                        Parameters.oneOf(UserStatus.class, "status", status),
                        Parameters.text("q", startsWith, 254),
                        page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/{userId}")
    @Operation(operationId = "getUser", summary = "One employee")
    public Uni<RestResponse<UserView>> get(UUID organizationId, UUID userId, @Context HttpHeaders headers) {
        return users.get(organizationId, userId)
                .map(found -> Etags.answer(headers, Etags.strong(found.version()), found.value()));
    }

    @PATCH
    @Path("/{userId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "editUser", summary = "Change names, e-mail or roles")
    @RequestBodySchema(UserEdit.class)
    @Extension(name = "x-refused-with", value = "duplicate-user, user-left")
    public Uni<RestResponse<UserView>> edit(
            UUID organizationId, UUID userId, @NotNull ObjectNode patch, @Context HttpHeaders headers) {
        return users.edit(organizationId, userId, (version, current) -> {
                    caller.mustBeAbleToGive(Roles.of(current.roles()));
                    Etags.mustAllowChange(headers, Etags.strong(version));
                    var edit = mergePatch.apply(current, patch, UserEdit.class);
                    caller.mustBeAbleToGive(Roles.of(edit.roles()));
                    return edit;
                })
                .map(edited -> Etags.edited(Etags.strong(edited.version()), edited.value()));
    }

    @DELETE
    @Path("/{userId}")
    @Operation(
            operationId = "removeUser",
            summary = "The employee leaves",
            description = "Associations end at once, and with them what the employee's achievements counted for.")
    public Uni<Void> leave(UUID organizationId, UUID userId, @Context HttpHeaders headers) {
        return departures.leave(organizationId, userId, (roles, version) -> {
            caller.mustBeAbleToGive(roles);
            Etags.mustAllowChange(headers, Etags.strong(version));
        });
    }

    @POST
    @Path("/{userId}/password-reset")
    @Operation(
            operationId = "resetPassword",
            summary = "Give an employee a new temporary password",
            description = "For who has forgotten it or is locked out. The old password opens nothing any more, and the"
                    + " answer shows the new one this once.")
    @APIResponse(
            responseCode = "200",
            description = "What to sign in with",
            content = @Content(schema = @Schema(implementation = CreatedUser.Credentials.class)))
    @Extension(name = "x-refused-with", value = "user-left, passwords-kept-elsewhere")
    public Uni<Response> resetPassword(UUID organizationId, UUID userId) {
        return users.firstPassword()
                .chain(password -> idempotency.once(
                        null,
                        () -> users.resetPassword(organizationId, userId, password, caller::mustBeAbleToGive)
                                .map(made -> Answer.changedWithSecret(made, made.withoutPassword()))));
    }
}
