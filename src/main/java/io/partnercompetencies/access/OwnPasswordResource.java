package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/me/password")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Me")
class OwnPasswordResource {

    private final OwnPassword password;

    OwnPasswordResource(OwnPassword password) {
        this.password = password;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePassword",
            summary = "Change the own password",
            description = "The one call that a temporary password is good for. The old password opens nothing any more"
                    + " at once. The built-in admin's is replaced at the next start where a setting names another.")
    @APIResponse(responseCode = "204", description = "The new password is the only one")
    @Extension(name = "x-refused-with", value = "passwords-kept-elsewhere")
    public Uni<Void> change(@NotNull @Valid NewPassword wanted) {
        return password.change(wanted);
    }
}
