package io.partnercompetencies.user;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Csv;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.StreamedAnswers;
import io.partnercompetencies.http.StreamedBodies;
import io.partnercompetencies.problem.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

@Path("/v1/organizations/{organizationId}/user-imports")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Users")
class UserImportResource {

    /** Whoever asks for the headers alone has fetched no password. */
    private static final String NOBODY = "";

    private final Caller caller;
    private final CurrentVertxRequest request;
    private final ImportUploads uploads;
    private final UserImports imports;
    private final ImportWork work;
    private final ImportLog log;
    private final Idempotency idempotency;
    private final Answers answers;
    private final StreamedAnswers streams;

    UserImportResource(
            Caller caller,
            CurrentVertxRequest request,
            ImportUploads uploads,
            UserImports imports,
            ImportWork work,
            ImportLog log,
            Idempotency idempotency,
            Answers answers,
            StreamedAnswers streams) {
        this.caller = caller;
        this.request = request;
        this.uploads = uploads;
        this.imports = imports;
        this.work = work;
        this.log = log;
        this.idempotency = idempotency;
        this.answers = answers;
        this.streams = streams;
    }

    @POST
    @Consumes(Csv.MEDIA_TYPE)
    @Operation(operationId = "importUsers", summary = "Add many employees by a CSV file")
    @RequestBody(content = @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "202",
            description = "The file is accepted, and its rows are being processed",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = UserImportView.class)))
    public Uni<Response> start(UUID organizationId, InputStream body, @Context HttpHeaders headers) {
        StreamedBodies.mustNotBeCompressed(headers);
        return idempotency
                .kept()
                .chain(kept -> kept == null
                        ? upload(organizationId, body)
                        : Uni.createFrom().item(kept));
    }

    private Uni<Response> upload(UUID organizationId, InputStream body) {
        return uploads.store(organizationId, importer(), body)
                .chain(arrived -> idempotency
                        .once(null, () -> imports.accept(arrived).map(view -> accepted(organizationId, view)))
                        .onTermination()
                        .call(() -> uploads.discard(arrived).onFailure().recoverWithNull()))
                .invoke(work::begin);
    }

    private Importer importer() {
        var requestId = request.getCurrent().response().headers().get(Problems.REQUEST_ID);
        return new Importer(caller.userName(), caller.userId().orElse(null), caller.roles(), requestId);
    }

    private static Answer accepted(UUID organizationId, UserImportView view) {
        return Answer.accepted("/v1/organizations/" + organizationId + "/user-imports/" + view.id(), view);
    }

    @GET
    @Path("/{importId}")
    @Operation(operationId = "getUserImport", summary = "How far an import is")
    public Uni<RestResponse<UserImportView>> get(UUID organizationId, UUID importId, @Context HttpHeaders headers) {
        return imports.get(organizationId, importId).map(view -> answers.of(headers, view));
    }

    @GET
    @Path("/{importId}/log")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(operationId = "getUserImportLog", summary = "What became of each row, with the first passwords")
    @APIResponse(
            responseCode = "200",
            description = "One row for each row that has been processed",
            content =
                    @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Void> log(UUID organizationId, UUID importId) {
        var reader = request.getCurrent().request().method() == HttpMethod.HEAD ? NOBODY : caller.userName();
        return imports.get(organizationId, importId)
                .chain(found ->
                        streams.answer(csv(importId), pieces -> log.write(organizationId, importId, reader, pieces)));
    }

    private static Map<String, String> csv(UUID importId) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                "text/csv;charset=UTF-8;header=present",
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"user-import-%s.csv\"".formatted(importId),
                HttpHeaders.CACHE_CONTROL,
                "no-store");
    }
}
