package io.partnercompetencies.http;

import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.PATCH;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import io.partnercompetencies.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of requests and answers, where the room's classes read and write them. */
final class OpenApiHeaders {

    static final String IF_MATCH = "If-Match";
    static final String RETRY_AFTER = "Retry-After";

    private static final String ACCEPT_LANGUAGE = "Accept-Language";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String COMPLETE_THROUGH = "Complete-Through";
    private static final String CONTENT_LANGUAGE = "Content-Language";
    private static final String ETAG = "ETag";

    /** Every call takes them, too. They are no parameters of its own, which clients would ask for at each call. */
    private static final List<String> ECHOED = List.of(Problems.REQUEST_ID, EveryAnswer.CORRELATION_ID);

    private final OpenAPI document;
    private final Components components;

    OpenApiHeaders(OpenAPI document) {
        this.document = document;
        this.components = document.getComponents();
    }

    void add() {
        parameter(ACCEPT_LANGUAGE, text());
        parameter(IdempotentCall.HEADER, text().minLength(1).maxLength(255));
        parameter(IF_MATCH, text());
        parameter(IF_NONE_MATCH, text());
        List.of("Location", ETAG, CONTENT_LANGUAGE, "WWW-Authenticate").forEach(name -> header(name, text()));
        header(
                RETRY_AFTER,
                OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).minimum(BigDecimal.ONE));
        header(COMPLETE_THROUGH, text().format("date-time"));
        ECHOED.forEach(name -> header(name, text()));
        OpenApiCall.of(document).forEach(this::add);
    }

    /** After the problems are there. */
    void echo() {
        OpenApiCall.of(document)
                .forEach(call -> call.operation().getResponses().getAPIResponses().values().stream()
                        .filter(answer -> answer.getRef() == null)
                        .forEach(OpenApiHeaders::echo));
        components.getResponses().values().forEach(OpenApiHeaders::echo);
    }

    private static void echo(APIResponse answer) {
        ECHOED.forEach(name -> show(answer, name));
    }

    private void add(OpenApiCall call) {
        boolean speaks = call.parameters().anyMatch(parameter -> ACCEPT_LANGUAGE.equals(parameter.getName()));
        var parameters = new ArrayList<>(call.inOrder()
                .filter(parameter -> !ACCEPT_LANGUAGE.equals(parameter.getName()))
                .toList());
        if (speaks) {
            parameters.add(ref(ACCEPT_LANGUAGE));
        }
        if (call.creates()) {
            parameters.add(ref(IdempotentCall.HEADER));
        }
        if (call.changesWhatIsShown()) {
            parameters.add(ref(IF_MATCH));
        }
        if (call.isTagged()) {
            parameters.add(ref(IF_NONE_MATCH));
        }
        call.operation().setParameters(parameters);
        if (speaks && !call.is(POST)) {
            call.successes().forEach(answer -> show(answer, CONTENT_LANGUAGE));
        }
        if (call.isTagged() || call.is(PATCH)) {
            call.successes().forEach(answer -> show(answer, ETAG));
        }
        if (saysHowComplete(call)) {
            call.successes().forEach(answer -> show(answer, COMPLETE_THROUGH));
        }
        if (call.isTagged()) {
            notModified(call);
        }
        call.operation().removeExtension(Answers.TAGGED);
    }

    private boolean saysHowComplete(OpenApiCall call) {
        return call.answer()
                .map(components.getSchemas()::get)
                .filter(schema -> schema.getProperties().containsKey("completeThrough"))
                .isPresent();
    }

    /** It carries the headers of the answer that it stands for. */
    private static void notModified(OpenApiCall call) {
        var answer = OASFactory.createAPIResponse().description("The client has this already");
        call.successes().forEach(success -> success.getHeaders().keySet().forEach(name -> show(answer, name)));
        call.operation().getResponses().addAPIResponse("304", answer);
    }

    static void show(APIResponse answer, String header) {
        answer.addHeader(header, OASFactory.createHeader().ref("#/components/headers/" + header));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Parameter ref(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private void parameter(String name, Schema schema) {
        components.addParameter(
                name,
                OASFactory.createParameter().name(name).in(Parameter.In.HEADER).schema(schema));
    }

    private void header(String name, Schema schema) {
        components.addHeader(name, OASFactory.createHeader().schema(schema));
    }
}
