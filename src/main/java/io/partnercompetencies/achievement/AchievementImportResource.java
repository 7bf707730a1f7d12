package io.partnercompetencies.achievement;

import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Csv;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.Parameters;
import io.partnercompetencies.http.StreamedAnswers;
import io.partnercompetencies.http.StreamedBodies;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/achievement-imports")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Achievements")
class AchievementImportResource {

    /** One JSON object a line. */
    private static final String LINES = "application/x-ndjson";

    private final ReportUploads uploads;
    private final ReportBinding binding;
    private final AchievementImports imports;
    private final AchievementImportWork work;
    private final AchievementImportLog log;
    private final Idempotency idempotency;
    private final Answers answers;
    private final StreamedAnswers streams;

    AchievementImportResource(
            ReportUploads uploads,
            ReportBinding binding,
            AchievementImports imports,
            AchievementImportWork work,
            AchievementImportLog log,
            Idempotency idempotency,
            Answers answers,
            StreamedAnswers streams) {
        this.uploads = uploads;
        this.binding = binding;
        this.imports = imports;
        this.work = work;
        this.log = log;
        this.idempotency = idempotency;
        this.answers = answers;
        this.streams = streams;
    }

    @POST
    @Consumes({Csv.MEDIA_TYPE, LINES})
    @Operation(operationId = "importAchievements", summary = "Report any number of achievements by a file")
    @RequestBody(
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "The file is accepted, and its rows are being processed",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = AchievementImportView.class)))
    public Uni<Response> start(InputStream body, @Context HttpHeaders headers) {
        StreamedBodies.mustNotBeCompressed(headers);
        var type = StreamedBodies.mediaType(headers);
        return idempotency
                .kept()
                .chain(kept ->
                        kept == null ? upload(body, type) : Uni.createFrom().item(kept));
    }

    private Uni<Response> upload(InputStream body, MediaType type) {
        boolean areLines = MediaType.valueOf(LINES).isCompatible(type);
        return uploads.store(() -> areLines ? ReportFile.lines(body, binding) : ReportFile.csv(body))
                .chain(arrived -> idempotency
                        .once(null, () -> imports.accept(arrived).map(AchievementImportResource::accepted))
                        .onTermination()
                        .call(() -> uploads.discard(arrived).onFailure().recoverWithNull()))
                .invoke(work::begin);
    }

    private static Answer accepted(AchievementImportView view) {
        return Answer.accepted("/v1/achievement-imports/" + view.id(), view);
    }

    @GET
    @Path("/{importId}")
    @Operation(operationId = "getAchievementImport", summary = "How far an import is")
    public Uni<RestResponse<AchievementImportView>> get(UUID importId, @Context HttpHeaders headers) {
        return imports.get(importId).map(view -> answers.of(headers, view));
    }

    @GET
    @Path("/{importId}/log")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(operationId = "getAchievementImportLog", summary = "What became of each row")
    @APIResponse(
            responseCode = "200",
            description = "One row for each row that has been processed",
            content =
                    @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Void> log(
            UUID importId, @QueryParam("status") @Schema(implementation = RowOutcome.class) String status) {
        var only = Parameters.oneOf(RowOutcome.class, "status", status);
        return imports.get(importId)
                .chain(found -> streams.answer(csv(importId), pieces -> log.write(importId, only, pieces)));
    }

    private static Map<String, String> csv(UUID importId) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                "text/csv;charset=UTF-8;header=present",
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"achievement-import-%s.csv\"".formatted(importId),
                HttpHeaders.CACHE_CONTROL,
                "no-store");
    }
}
