package io.partnercompetencies.access;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Says who the caller is. */
@Path("/v1/test/access")
@Cancellable(false)
class AccessResource {

    private final Caller caller;

    AccessResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    public Uni<Map<String, Object>> who() {
        return Uni.createFrom()
                .item(() -> Map.of(
                        "userName", caller.userName(),
                        "roles", caller.roles(),
                        "inOrganization", caller.organizationId().isPresent(),
                        "admin", caller.has(Role.PROGRAMME_ADMIN)));
    }

    @POST
    public Uni<UUID> bound(List<UUID> ids) {
        return Uni.createFrom().item(ids.get(0));
    }
}
