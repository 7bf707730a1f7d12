package io.partnercompetencies.achievement;

import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.partnercompetencies.rules.CreditStatus;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Achievements")
class CreditResource {

    private final CreditPages pages;
    private final UserService users;

    CreditResource(CreditPages pages, UserService users) {
        this.pages = pages;
        this.users = users;
    }

    @GET
    @Path("/achievements")
    @Operation(
            operationId = "listAchievements",
            summary = "What the employees bring, with the instant at which each counts")
    public Uni<RestResponse<Collection<CreditView>>> list(
            UUID organizationId,
            @QueryParam("status") @Schema(implementation = CreditStatus.class) String status,
            @QueryParam("userId") @Schema(implementation = UUID.class) String userId,
            @QueryParam("credential") String credential,
            @BeanParam PageQuery query,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri) {
        return page(organizationId, filter(Parameters.id("userId", userId), status, credential), query, languages, uri);
    }

    @GET
    @Path("/users/{userId}/achievements")
    @Operation(
            operationId = "listAchievementsOfUser",
            summary = "What one employee brings, with the instant at which each counts")
    public Uni<RestResponse<Collection<CreditView>>> ofUser(
            UUID organizationId,
            UUID userId,
            @QueryParam("status") @Schema(implementation = CreditStatus.class) String status,
            @QueryParam("credential") String credential,
            @BeanParam PageQuery query,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri) {
        var filter = filter(userId, status, credential);
        return users.get(organizationId, userId).chain(() -> page(organizationId, filter, query, languages, uri));
    }

    private static CreditFilter filter(UUID userId, String status, String credential) {
        return new CreditFilter(
                userId,
                Parameters.oneOf(CreditStatus.class, "status", status),
                Parameters.text("credential", credential, 100));
    }

    private Uni<RestResponse<Collection<CreditView>>> page(
            UUID organizationId, CreditFilter filter, PageQuery query, String languages, UriInfo uri) {
        var language = Language.of(languages);
        var page = query.page();
        return pages.page(organizationId, filter, page, language)
                .map(found -> Collection.of(uri, page, found.total(), found.rows(), CreditPages::key))
                .map(body -> Answers.page(language, body));
    }
}
