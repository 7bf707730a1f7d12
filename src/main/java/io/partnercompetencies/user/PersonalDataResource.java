package io.partnercompetencies.user;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/users/{userId}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Users")
class PersonalDataResource {

    private final Erasure erasure;

    PersonalDataResource(Erasure erasure) {
        this.erasure = erasure;
    }

    @DELETE
    @Operation(operationId = "erasePersonalData", summary = "Erase the personal data of an employee who has left")
    @Extension(name = "x-refused-with", value = "invalid")
    public Uni<Void> erase(UUID organizationId, UUID userId) {
        return erasure.erase(organizationId, userId);
    }
}
