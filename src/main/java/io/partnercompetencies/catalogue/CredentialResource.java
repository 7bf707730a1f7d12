package io.partnercompetencies.catalogue;

import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.problem.Refusal;
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
import java.time.Clock;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Catalogue")
class CredentialResource {

    private final Catalogue catalogue;
    private final Clock clock;
    private final Answers answers;

    CredentialResource(Catalogue catalogue, Clock clock, Answers answers) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listCredentials", summary = "Everything that can be earned")
    @Extension(name = Answers.TAGGED, value = "true")
    public RestResponse<Collection<CredentialView>> list(
            @QueryParam("competency") String competency,
            @BeanParam PageQuery query,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var language = Language.of(languages);
        var page = query.page();
        if (competency != null && catalogue.competency(competency).isEmpty()) {
            throw Refusal.invalidParameter("competency", "competency must be the id of a competency of the catalogue.");
        }
        var views = new CredentialViews(catalogue, language.tag(), clock.instant());
        var shown = catalogue.allCredentials().stream()
                .map(views::show)
                .sorted(Comparator.comparing(CredentialView::code))
                .filter(view -> competency == null || view.competencies().contains(competency))
                .toList();
        return answers.of(headers, language, Collection.slice(uri, page, shown, CredentialView::code));
    }
}
