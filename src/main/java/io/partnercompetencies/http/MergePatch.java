package io.partnercompetencies.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercompetencies.problem.Malformed;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JSON Merge Patch (RFC 7396) over a record of the members that may be changed. Any other member is 400, a value of
 * another type too; what then breaks a constraint is 422.
 */
@Singleton
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <T> T apply(T editable, ObjectNode patch, Class<T> type) {
        removed(patch).filter(member -> !isMemberOf(type, member)).findFirst().ifPresent(MergePatch::refuse);
        var patched = read(merged(json.valueToTree(editable), patch), type);
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw Malformed.of(e);
        }
    }

    /** Merging removes these before the record could say that it does not know them. */
    private static Stream<String> removed(ObjectNode patch) {
        return patch.properties().stream()
                .filter(change -> change.getValue().isNull())
                .map(Map.Entry::getKey);
    }

    private static boolean isMemberOf(Class<?> type, String member) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(member));
    }

    private static void refuse(String member) {
        throw Malformed.unknown(member);
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.get(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
