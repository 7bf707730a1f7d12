package io.partnercompetencies.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The members of a value that changed, in two halves: those that name a person are replaced by a marker and kept apart.
 */
record AuditValue(Map<String, Object> lasting, Map<String, Object> personal) {

    /** What stands in the place of a name or an address whose person has been erased. */
    static final String ERASED = "(erased)";

    /** Members by which a person is named, whatever value they stand in. */
    private static final Set<String> PERSONAL =
            Set.of("firstName", "lastName", "displayName", "email", "account", "userName");

    static final AuditValue NONE = new AuditValue(Map.of(), Map.of());

    static AuditValue changed(Map<String, Object> value, Map<String, Object> other) {
        var lasting = new LinkedHashMap<String, Object>();
        var personal = new LinkedHashMap<String, Object>();
        value.forEach((member, content) -> {
            if (content != null && !Objects.equals(content, other.get(member))) {
                lasting.put(member, PERSONAL.contains(member) ? ERASED : content);
                if (PERSONAL.contains(member)) {
                    personal.put(member, content);
                }
            }
        });
        return new AuditValue(lasting, personal);
    }

    boolean isEmpty() {
        return lasting.isEmpty();
    }

    /** The whole value, as far as it is still known. */
    static Map<String, Object> joined(Map<String, Object> lasting, Map<String, Object> personal) {
        if (lasting == null || personal == null) {
            return lasting;
        }
        var whole = new LinkedHashMap<>(lasting);
        whole.putAll(personal);
        return whole;
    }
}
