package io.partnercompetencies.organization;

import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditFilter;
import io.partnercompetencies.audit.AuditRecord;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Here and not in the room of the audit, which does not know whether an organisation exists. */
@Path("/v1/organizations/{organizationId}/audit-records")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Audit", description = "Who changed what.")
class AuditRecordResource {

    private final OrganizationService organizations;
    private final Audit audit;

    AuditRecordResource(OrganizationService organizations, Audit audit) {
        this.organizations = organizations;
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "listAuditRecords", summary = "Who changed what, newest first")
    @Extension(name = Collection.UNCOUNTED, value = "true")
    public Uni<Collection<AuditRecord>> list(
            UUID organizationId,
            @QueryParam("from") @Schema(implementation = Instant.class) String from,
            @QueryParam("to") @Schema(implementation = Instant.class) String to,
            @QueryParam("userId")
                    @Parameter(description = "Only what this employee did, or what was done to the employee")
                    @Schema(implementation = UUID.class)
                    String userId,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        var page = query.pageById();
        var filter = new AuditFilter(
                Parameters.instant("from", from), Parameters.instant("to", to), Parameters.id("userId", userId));
        return organizations
                .get(organizationId)
                .chain(() -> audit.page(organizationId, filter, page))
                .map(rows ->
                        Collection.uncounted(uri, page, rows, row -> row.id().toString()));
    }
}
