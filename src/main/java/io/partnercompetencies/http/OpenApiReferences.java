package io.partnercompetencies.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Which schemas the document has, and which of them lead to which. */
final class OpenApiReferences {

    private final OpenAPI document;

    OpenApiReferences(OpenAPI document) {
        this.document = document;
    }

    /** Every schema, wherever it stands. */
    List<Schema> all() {
        var found = new ArrayList<>(document.getComponents().getSchemas().values());
        OpenApiCall.of(document).forEach(call -> found.addAll(ofCall(call)));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(inside(found.get(i)));
        }
        return found;
    }

    /** The names of the schemas that some call or problem needs. */
    Set<String> used() {
        var roots = new ArrayList<Schema>();
        OpenApiCall.of(document).forEach(call -> roots.addAll(ofCall(call)));
        document.getComponents().getResponses().values().forEach(response -> roots.addAll(of(response)));
        return reached(roots);
    }

    /** The names of the schemas that these lead to. */
    Set<String> reached(List<Schema> roots) {
        var found = new HashSet<String>();
        var next = new ArrayList<>(roots);
        while (!next.isEmpty()) {
            var schema = next.remove(next.size() - 1);
            next.addAll(inside(schema));
            if (schema.getRef() != null && found.add(OpenApiSchemas.name(schema.getRef()))) {
                next.add(document.getComponents().getSchemas().get(OpenApiSchemas.name(schema.getRef())));
            }
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
                .map(MediaType::getSchema)
                .filter(schema -> schema != null)
                .toList();
    }
}
