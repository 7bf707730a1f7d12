package io.partnercompetencies.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** One call of the document, with what can be told from it. */
record OpenApiCall(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {

    static List<OpenApiCall> of(OpenAPI document) {
        return document.getPaths().getPathItems().entrySet().stream()
                .flatMap(path -> path.getValue().getOperations().entrySet().stream()
                        .map(call -> new OpenApiCall(path.getKey(), path.getValue(), call.getKey(), call.getValue())))
                .toList();
    }

    boolean is(PathItem.HttpMethod method) {
        return this.method == method;
    }

    /** Whether the call can be repeated under an Idempotency-Key: it makes something and answers what. */
    boolean creates() {
        return is(PathItem.HttpMethod.POST) && !operation.getResponses().hasAPIResponse("204");
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean takes(Parameter.In in) {
        return parameters().anyMatch(parameter -> parameter.getIn() == in);
    }

    Stream<Parameter> parameters() {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    /** Those of the path as they stand in it, then those that choose, then those of every page. */
    Stream<Parameter> inOrder() {
        return parameters().sorted(Comparator.comparing(parameter -> switch (parameter.getIn()) {
            case PATH -> path.indexOf("{" + parameter.getName() + "}");
            case QUERY -> path.length() + PageQuery.NAMES.indexOf(parameter.getName()) + 1;
            default -> Integer.MAX_VALUE;
        }));
    }

    /** The value of an extension that was meant for the build, if its method has it; the document loses it. */
    Optional<String> takeMark(String name) {
        var extensions = operation.getExtensions();
        var value = extensions == null ? null : extensions.get(name);
        operation.removeExtension(name);
        // The scanner hangs it on the answers that the method declares, too.
        operation.getResponses().removeExtension(name);
        successes().forEach(answer -> answer.removeExtension(name));
        return Optional.ofNullable(value).map(Object::toString);
    }

    /** What it answers when all goes well. */
    Stream<APIResponse> successes() {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue);
    }

    /** The name of the schema of its 200. */
    Optional<String> answer() {
        return Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
                .map(APIResponse::getContent)
                .map(content -> content.getMediaType("application/json"))
                .map(json -> json.getSchema())
                .map(Schema::getRef)
                .map(OpenApiSchemas::name);
    }

    /** Whether what it shows has an entity tag: every single resource, and pages that say so. */
    boolean isTagged() {
        return showsOne() || operation.hasExtension(Answers.TAGGED);
    }

    /** Whether it shows one resource. */
    boolean showsOne() {
        return is(PathItem.HttpMethod.GET)
                && answer().filter(name -> !name.endsWith(OpenApiSchemas.PAGE)).isPresent();
    }

    /** Whether it changes a resource that can be read, so that the change may be made to depend on the entity tag. */
    boolean changesWhatIsShown() {
        return (is(PathItem.HttpMethod.PATCH) || is(PathItem.HttpMethod.DELETE))
                && item.getGET() != null
                && new OpenApiCall(path, item, PathItem.HttpMethod.GET, item.getGET()).showsOne();
    }
}
