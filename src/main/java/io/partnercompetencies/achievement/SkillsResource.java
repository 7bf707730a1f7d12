package io.partnercompetencies.achievement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Csv;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.StreamedAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}/skills-report")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Cancellable(false)
@Tag(name = "Achievements")
class SkillsResource {

    /** What the streamed JSON amounts to. */
    @Schema(name = "SkillsReportRowPage")
    record Whole(Long totalCount, List<SkillView> items, Collection.Links links) {}

    private static final MediaType CSV = MediaType.valueOf(Csv.MEDIA_TYPE);

    /** The first one is for whoever accepts both. */
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON_TYPE, CSV);

    private final SkillsReport report;
    private final StreamedAnswers answers;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    SkillsResource(SkillsReport report, StreamedAnswers answers, Caller caller, ObjectMapper json, Clock clock) {
        this.report = report;
        this.answers = answers;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getSkillsReport",
            summary = "Everything that the employees have, had and will have, in one piece")
    @APIResponse(
            responseCode = "200",
            description = "One row for each person and achievement",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Whole.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Void> get(
            UUID organizationId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var language = Language.of(languages);
        boolean withPeople = caller.seesPeople();
        boolean isCsv = answers.form(headers, FORMS).isCompatible(CSV);
        var form = isCsv ? new SkillsAsCsv(withPeople) : new SkillsAsJson(json, Collection.self(uri));
        return answers.answer(
                isCsv ? csv(language) : json(language),
                pieces -> report.write(organizationId, withPeople, language, form, pieces));
    }

    private static Map<String, String> json(Language language) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                "application/json;charset=UTF-8",
                HttpHeaders.CONTENT_LANGUAGE,
                language.tag());
    }

    private Map<String, String> csv(Language language) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                "text/csv;charset=UTF-8;header=present",
                HttpHeaders.CONTENT_LANGUAGE,
                language.tag(),
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"skills-report-%s.csv\"".formatted(today));
    }
}
