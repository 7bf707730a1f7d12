package io.partnercompetencies.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What became of one document in another, for the clients that were generated from the first. */
record OpenApiChanges(ChangedOpenApi found) {

    /** The description of the document says that clients must bear further values of enumerations in answers. */
    private static final OpenApiDiffOptions RULES = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .configProperty("incompatible.operation.id.changed", "true")
            .configProperty("incompatible.request.min.length.increased", "true")
            .build();

    static OpenApiChanges between(String released, String now) {
        return new OpenApiChanges(OpenApiCompare.fromContents(comparable(released), comparable(now), List.of(), RULES));
    }

    /** The comparison overlooks types in documents of version 3.1; ours say nothing that 3.0 would say otherwise. */
    private static String comparable(String document) {
        return document.replaceFirst("(?m)^openapi: \"?3\\.1\\.\\d\"?$", "openapi: 3.0.3");
    }

    boolean breakClients() {
        return found.isIncompatible() || !membersGone().isEmpty();
    }

    /** Those that an answer may leave out are none of the comparison's breaks, but of every typed client's. */
    private Set<String> membersGone() {
        return found.getChangedSchemas().stream()
                .flatMap(schema -> schema.getMissingProperties().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String inWords() {
        var words = new ByteArrayOutputStream();
        new ConsoleRender().render(found, new OutputStreamWriter(words, StandardCharsets.UTF_8));
        return "Members gone: " + membersGone() + "\n" + words.toString(StandardCharsets.UTF_8);
    }
}
