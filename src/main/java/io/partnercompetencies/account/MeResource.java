package io.partnercompetencies.account;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.access.Role;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.Answers;
import io.partnercompetencies.organization.OrganizationService;
import io.partnercompetencies.organization.OrganizationView;
import io.partnercompetencies.user.UserService;
import io.partnercompetencies.user.UserView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Me", description = "Whoever is signed in.")
class MeResource {

    private final Database database;
    private final Caller caller;
    private final UserService users;
    private final OrganizationService organizations;
    private final OwnAssociations associations;
    private final Answers answers;

    MeResource(
            Database database,
            Caller caller,
            UserService users,
            OrganizationService organizations,
            OwnAssociations associations,
            Answers answers) {
        this.database = database;
        this.caller = caller;
        this.users = users;
        this.organizations = organizations;
        this.associations = associations;
        this.answers = answers;
    }

    /** The programme's own have neither user nor organisation, an organisation's integrations no user. */
    record Me(
            String userName,
            UserView user,
            OrganizationView organization,

            @Schema(type = SchemaType.ARRAY, implementation = Role.class)
            List<String> roles,

            List<OwnAssociation> associations) {}

    @GET
    @Operation(operationId = "getMe", summary = "Who is signed in, with roles and associations")
    public Uni<RestResponse<Me>> me(@Context HttpHeaders headers) {
        return me().map(me -> answers.of(headers, me));
    }

    private Uni<Me> me() {
        var roles = caller.roles().stream().sorted().map(Role::text).toList();
        if (caller.userId().isPresent()) {
            return employee(caller.organizationId().get(), caller.userId().get(), roles);
        }
        return caller.organizationId().isPresent()
                ? integration(caller.organizationId().get(), roles)
                : Uni.createFrom().item(new Me(caller.userName(), null, null, roles, List.of()));
    }

    private Uni<Me> integration(UUID organizationId, List<String> roles) {
        return organizations
                .get(organizationId)
                .map(organization -> new Me(caller.userName(), null, organization.value(), roles, List.of()));
    }

    private Uni<Me> employee(UUID organizationId, UUID userId, List<String> roles) {
        return database.moment(() -> users.get(organizationId, userId)
                .chain(user -> organizations
                        .get(organizationId)
                        .chain(organization -> associations
                                .of(organizationId, userId)
                                .map(own ->
                                        new Me(caller.userName(), user.value(), organization.value(), roles, own)))));
    }
}
