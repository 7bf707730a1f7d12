package io.partnercompetencies.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

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
            "Span", "FigureWindow",
            "Credentials", "UserCredentials",
            // java.lang.Override stands at the methods of the classes beside it.
            "Override", "LevelOverride");

    private final OpenAPI document;
    private final OpenApiReferences references;
    private final Map<String, Schema> schemas;
    private final Map<String, String> names = new LinkedHashMap<>();

    OpenApiSchemas(OpenAPI document) {
        this.document = document;
        this.references = new OpenApiReferences(document);
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
        references.all().forEach(this::tidy);
        var renamed = new TreeMap<String, Schema>();
        schemas.forEach((name, schema) -> {
            if (renamed.put(names.get(name), schema) != null) {
                throw new IllegalStateException("Two schemas are called " + names.get(name));
            }
        });
        document.getComponents().setSchemas(renamed);
        nameEnumerations();
        OpenApiCall.of(document).forEach(this::uncount);
        OpenApiCall.of(document).stream().filter(OpenApiCall::hasBody).forEach(this::tidyBody);
    }

    private static String named(String name, Schema schema) {
        if (name.startsWith("Collection") && schema.getProperties() != null) {
            var items = schema.getProperties().get("items").getItems();
            return items.getRef() == null ? name : named(name(items.getRef()), items) + PAGE;
        }
        var plain = name.endsWith("View") ? name.substring(0, name.length() - "View".length()) : name;
        return RENAMED.getOrDefault(plain, plain);
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

    /** Else clients would make up the name of its type. */
    private void nameEnumerations() {
        var all = document.getComponents();
        Map.copyOf(all.getSchemas())
                .forEach((owner, schema) -> members(schema).forEach((member, value) -> {
                    if (value.getEnumeration() != null) {
                        var name = owner + member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
                        all.addSchema(name, value);
                        schema.addProperty(member, ref(name));
                    }
                }));
    }

    private static Map<String, Schema> members(Schema schema) {
        return schema.getProperties() == null ? Map.of() : Map.copyOf(schema.getProperties());
    }

    private void uncount(OpenApiCall call) {
        if (call.takeMark(Collection.UNCOUNTED).isPresent()) {
            document.getComponents()
                    .getSchemas()
                    .get(call.answer().orElseThrow())
                    .removeProperty("totalCount");
        }
    }

    private static boolean isObject(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.OBJECT);
    }

    /** An unknown member is refused, and a merge patch names what it changes. */
    private void tidyBody(OpenApiCall call) {
        var content = call.operation().getRequestBody().getContent();
        content.getMediaTypes().values().forEach(media -> refer(media.getSchema()));
        content.getMediaTypes()
                .forEach((type, media) -> references
                        .reached(List.of(media.getSchema()))
                        .forEach(name -> {
                            var schema = document.getComponents().getSchemas().get(name);
                            if (isObject(schema)) {
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
            var members = list.getItems().getProperties().keySet();
            document.getComponents().getSchemas().entrySet().stream()
                    .filter(named -> members(named.getValue()).keySet().equals(members))
                    .findFirst()
                    .ifPresent(named -> list.setItems(ref(named.getKey())));
        }
    }

    void sortUsed() {
        var used = references.used();
        var sorted = new TreeMap<>(document.getComponents().getSchemas());
        sorted.keySet().retainAll(used);
        document.getComponents().setSchemas(sorted);
    }
}
