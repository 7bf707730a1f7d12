package io.partnercompetencies.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Gives schemas the names that clients see, and takes out what the scanner of the Java types leaves behind. */
final class OpenApiSchemas {

    static final String PAGE = "Page";

    private static final String REF = "#/components/schemas/";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Names that mean nothing outside the Java type they are nested in; {@code rules} carries no annotations. */
    private static final Map<String, String> RENAMED = Map.of(
            "Code", "DiagnosisCode",
            "Kind", "RequirementKind",
            "Reason", "LeftOutReason",
            "Achieved", "CountedAchievement",
            "LeftOut", "LeftOutFigures",
            "Tie", "PeopleTie",
            "Span", "FigureWindow");

    private final OpenAPI document;
    private final Map<String, Schema> schemas;
    private final Map<String, String> names = new LinkedHashMap<>();

    OpenApiSchemas(OpenAPI document) {
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(REF + name);
    }

    void tidy() {
        schemas.forEach((name, schema) -> names.put(name, named(name, schema)));
        all().forEach(this::tidy);
        var renamed = new TreeMap<String, Schema>();
        schemas.forEach((name, schema) -> {
            if (renamed.put(names.get(name), schema) != null) {
                throw new IllegalStateException("Two schemas are called " + names.get(name));
            }
        });
        document.getComponents().setSchemas(renamed);
        OpenApiCall.of(document).stream().filter(OpenApiCall::hasBody).forEach(this::tidyBody);
    }

    private static String named(String name, Schema schema) {
        if (name.startsWith("Collection") && schema.getProperties() != null) {
            var items = schema.getProperties().get("items").getItems();
            return items.getRef() == null ? name : named(name(items.getRef()), items) + PAGE;
        }
        return name.endsWith("View")
                ? name.substring(0, name.length() - "View".length())
                : RENAMED.getOrDefault(name, name);
    }

    /** What stands beside a reference is a guess at what it refers to; a Java type with a point is no type of ours. */
    private void tidy(Schema schema) {
        if (schema.getRef() == null) {
            if ("uuid".equals(schema.getFormat())) {
                schema.setPattern(null);
            }
            whole(schema);
            return;
        }
        var name = name(schema.getRef());
        var target = schemas.get(name);
        schema.setRef(null);
        schema.setPattern(null);
        schema.setFormat(null);
        schema.setType(null);
        if (name.contains(".")) {
            schema.setType(target.getType());
            schema.setFormat(target.getFormat());
            schema.setPattern(target.getPattern());
        } else {
            schema.setRef(REF + names.get(name));
        }
    }

    /** Bean Validation matches the whole text, JSON Schema any part of it. */
    private static void whole(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^" + pattern + "$");
        }
    }

    /** An unknown member is refused, and a merge patch names what it changes. */
    private void tidyBody(OpenApiCall call) {
        var content = call.operation().getRequestBody().getContent();
        call.operation().getRequestBody().setRequired(true);
        content.getMediaTypes().values().forEach(media -> refer(media.getSchema()));
        content.getMediaTypes()
                .forEach((type, media) -> reached(List.of(media.getSchema())).forEach(name -> {
                    var schema = document.getComponents().getSchemas().get(name);
                    if (schema.getProperties() != null) {
                        schema.setAdditionalPropertiesSchema(
                                OASFactory.createSchema().booleanSchema(false));
                    }
                    if (content.hasMediaType(MERGE_PATCH)) {
                        schema.setRequired(null);
                    }
                }));
    }

    /** The scanner writes the items of a list out where the list has a bound. */
    private void refer(Schema list) {
        if (list.getItems() != null && list.getItems().getProperties() != null) {
            document.getComponents().getSchemas().entrySet().stream()
                    .filter(named -> list.getItems()
                            .getProperties()
                            .equals(named.getValue().getProperties()))
                    .findFirst()
                    .ifPresent(named -> list.setItems(ref(named.getKey())));
        }
    }

    void removeUnused() {
        var roots = new ArrayList<Schema>();
        OpenApiCall.of(document).forEach(call -> roots.addAll(ofCall(call)));
        document.getComponents().getResponses().values().forEach(response -> roots.addAll(of(response)));
        var used = reached(roots);
        document.getComponents().getSchemas().keySet().stream()
                .filter(name -> !used.contains(name))
                .toList()
                .forEach(document.getComponents()::removeSchema);
    }

    private Set<String> reached(List<Schema> roots) {
        var found = new HashSet<String>();
        var next = new ArrayList<>(roots);
        while (!next.isEmpty()) {
            var schema = next.remove(next.size() - 1);
            next.addAll(inside(schema));
            if (schema.getRef() != null && found.add(name(schema.getRef()))) {
                next.add(document.getComponents().getSchemas().get(name(schema.getRef())));
            }
        }
        return found;
    }

    private List<Schema> all() {
        var found = new ArrayList<>(schemas.values());
        OpenApiCall.of(document).forEach(call -> found.addAll(ofCall(call)));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(inside(found.get(i)));
        }
        return found;
    }

    private static List<Schema> inside(Schema schema) {
        var found = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            found.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            found.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            found.add(schema.getAdditionalPropertiesSchema());
        }
        return found;
    }

    private static List<Schema> ofCall(OpenApiCall call) {
        var found = new ArrayList<Schema>();
        call.parameters()
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> found.add(parameter.getSchema()));
        if (call.hasBody()) {
            found.addAll(of(call.operation().getRequestBody().getContent()));
        }
        call.operation().getResponses().getAPIResponses().values().forEach(response -> found.addAll(of(response)));
        return found;
    }

    private static List<Schema> of(APIResponse response) {
        return response.getContent() == null ? List.of() : of(response.getContent());
    }

    private static List<Schema> of(Content content) {
        return content.getMediaTypes().values().stream()
                .map(media -> media.getSchema())
                .filter(schema -> schema != null)
                .toList();
    }
}
