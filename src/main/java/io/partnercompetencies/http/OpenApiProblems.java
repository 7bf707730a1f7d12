package io.partnercompetencies.http;

import io.partnercompetencies.problem.Code;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The refusals of every call. Most follow from what the call takes; those of its own rules it names itself, by the
 * extension {@code x-refused-with} on its method: their codes, separated by commas.
 */
final class OpenApiProblems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String REFUSED_WITH = "x-refused-with";
    private static final String SCHEMA = "Problem";
    private static final String OTHER = "OtherProblem";

    private final OpenAPI document;

    OpenApiProblems(OpenAPI document) {
        this.document = document;
    }

    void add() {
        var codes = Arrays.stream(Code.values()).map(Code::text).toList();
        var code = text();
        codes.forEach(code::addEnumeration);
        document.getComponents().addSchema(SCHEMA, problem()).addSchema("ProblemCode", code);
        document.getComponents().getSchemas().get("RowProblem").addProperty("code", OpenApiSchemas.ref("ProblemCode"));
        document.getComponents()
                .addResponse(OTHER, response("Refused for another reason, such as a method that is not allowed"));
        OpenApiCall.of(document).forEach(this::add);
    }

    /** The last two are members that single codes add; the room that refuses with them shows their schemas. */
    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true))
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", OpenApiSchemas.ref("ProblemCode"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OpenApiSchemas.ref("ProblemError")))
                .addProperty("requestId", text())
                .addProperty("mergedInto", text().format("uuid"))
                .addProperty("nextAssociationAllowedAt", text().format("date-time"))
                .addProperty("alternative", OpenApiSchemas.ref("Level"))
                .addProperty("shortfall", OpenApiSchemas.ref("Shortfall"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private void add(OpenApiCall call) {
        var byStatus =
                codes(call).stream().collect(Collectors.groupingBy(Code::status, TreeMap::new, Collectors.toList()));
        var responses = call.operation().getResponses();
        byStatus.forEach((status, codes) -> responses.addAPIResponse(String.valueOf(status), ref(shared(codes))));
        responses.addAPIResponse("default", ref(OTHER));
        var sorted = new TreeMap<>(responses.getAPIResponses());
        responses.setAPIResponses(new LinkedHashMap<>(sorted));
    }

    private static Set<Code> codes(OpenApiCall call) {
        var codes = new LinkedHashSet<Code>();
        boolean creates = call.creates();
        if (call.hasBody()) {
            codes.add(Code.MALFORMED);
        }
        if (creates || call.takes(Parameter.In.QUERY)) {
            codes.add(Code.INVALID_PARAMETER);
        }
        codes.addAll(List.of(Code.UNAUTHENTICATED, Code.FORBIDDEN, Code.PASSWORD_CHANGE_REQUIRED));
        if (call.takes(Parameter.In.PATH)) {
            codes.add(Code.NOT_FOUND);
        }
        if (call.changesWhatIsShown()) {
            codes.add(Code.ETAG_MISMATCH);
        }
        if (call.hasBody()) {
            codes.addAll(List.of(Code.TOO_LARGE, Code.UNSUPPORTED_MEDIA_TYPE, Code.INVALID));
        }
        if (creates) {
            codes.add(Code.IDEMPOTENCY_KEY_REUSED);
        }
        codes.addAll(own(call));
        if (!call.is(PathItem.HttpMethod.GET) && call.path().contains("{organizationId}")) {
            codes.add(Code.ORGANIZATION_MERGED);
        }
        codes.addAll(List.of(
                Code.TOO_MANY_REQUESTS,
                Code.OVERLOADED,
                Code.DATABASE_UNAVAILABLE,
                Code.IDENTITY_PROVIDER_UNAVAILABLE));
        return codes;
    }

    private static List<Code> own(OpenApiCall call) {
        return call.takeMark(REFUSED_WITH).stream()
                .flatMap(codes -> Arrays.stream(codes.split(", *")))
                .map(OpenApiProblems::code)
                .toList();
    }

    private static Code code(String text) {
        return Arrays.stream(Code.values())
                .filter(code -> code.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(text + " is not the code of a problem"));
    }

    /** One response for the same codes, wherever they stand; it is called after them. */
    private String shared(List<Code> codes) {
        var name = codes.stream().map(OpenApiProblems::camelCase).collect(Collectors.joining("Or"));
        var response = response(codes.stream()
                .map(code -> "`%s`: %s".formatted(code.text(), lower(code.title())))
                .collect(Collectors.joining("; ")));
        codes.forEach(code -> response.getContent()
                .getMediaType(MEDIA_TYPE)
                .addExample(code.text(), OASFactory.createExample().value(example(code))));
        switch (codes.get(0).status()) {
            case 401 -> OpenApiHeaders.show(response, "WWW-Authenticate");
            case 429, 503 -> OpenApiHeaders.show(response, OpenApiHeaders.RETRY_AFTER);
            default -> {}
        }
        document.getComponents().addResponse(name, response);
        return name;
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(MEDIA_TYPE, OASFactory.createMediaType().schema(OpenApiSchemas.ref(SCHEMA))));
    }

    private static Map<String, Object> example(Code code) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:partner-competencies:problem:" + code.text());
        problem.put("title", code.title());
        problem.put("status", code.status());
        problem.put("detail", code.title() + ".");
        problem.put("code", code.text());
        problem.put("requestId", "0199aa3c-7f10-7c55-8d0e-3f5b8f6f2a11");
        return problem;
    }

    private static String camelCase(Code code) {
        return Arrays.stream(code.text().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static APIResponse ref(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }
}
