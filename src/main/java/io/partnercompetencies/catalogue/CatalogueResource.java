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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/competencies")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Catalogue", description = "What the programme requires; the same for every organization.")
class CatalogueResource {

    private final Catalogue catalogue;
    private final Clock clock;
    private final Answers answers;

    CatalogueResource(Catalogue catalogue, Clock clock, Answers answers) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listCompetencies", summary = "All competencies and what each level requires")
    @Extension(name = Answers.TAGGED, value = "true")
    public RestResponse<Collection<CompetencyView>> list(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @BeanParam PageQuery query,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var language = Language.of(languages);
        var page = Collection.slice(uri, query.page(), catalogue.competencies(), Competency::id);
        return answers.of(headers, language, page.map(views(language)::show));
    }

    @GET
    @Path("/{competencyId}")
    @Operation(operationId = "getCompetency", summary = "One competency and what each level requires")
    public RestResponse<CompetencyView> one(
            String competencyId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages);
        var view = catalogue.competency(competencyId).map(views(language)::show).orElseThrow(Refusal::notFound);
        return answers.of(headers, language, view);
    }

    private CompetencyViews views(Language language) {
        return new CompetencyViews(catalogue, language.tag(), clock.instant());
    }
}
