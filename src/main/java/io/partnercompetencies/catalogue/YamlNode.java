package io.partnercompetencies.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A value in a catalogue file that knows where it stands. What it cannot give as asked for becomes a finding. */
final class YamlNode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

    private static final String NO_CODE = "expected a code of letters, digits and hyphens";

    /** Four digits make the year, so that no date lies where an instant cannot. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Findings findings;

    YamlNode(String file, String path, JsonNode node, Findings findings) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    void wrong(String reason) {
        findings.add(file, path, reason);
    }

    Findings.Unreadable unreadable(String reason) {
        return findings.unreadable(file, path, reason);
    }

    boolean isText() {
        return node.isTextual();
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Finds every key that is none of these. */
    void allow(String... keys) {
        var allowed = Arrays.asList(keys);
        object().fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                at(key).wrong("unknown key; known here: " + String.join(", ", allowed));
            }
        });
    }

    /** Finds every key that is no code, or the same as another but for its case. */
    void keysAreCodes() {
        var seen = new HashSet<String>();
        object().fieldNames().forEachRemaining(key -> {
            if (!CODE.matcher(key).matches()) {
                at(key).wrong(NO_CODE);
            }
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                at(key).wrong("duplicate: " + key);
            }
        });
    }

    YamlNode get(String key) {
        return find(key).orElseThrow(() -> unreadable("the key " + key + " is missing"));
    }

    Optional<YamlNode> find(String key) {
        return object().has(key) ? Optional.of(at(key)) : Optional.empty();
    }

    /** What stands under the key, which must be there; empty where it cannot be read, which then is a finding. */
    <T> Optional<T> tryGet(String key, Function<YamlNode, T> read) {
        return tryRead(node -> read.apply(node.get(key)));
    }

    /** The same for a key that may be left out. */
    <T> Optional<T> tryFind(String key, Function<YamlNode, T> read) {
        return tryRead(node -> node.find(key)).flatMap(found -> found.flatMap(value -> value.tryRead(read)));
    }

    private YamlNode at(String key) {
        return new YamlNode(file, path.isEmpty() ? key : path + "." + key, node.get(key), findings);
    }

    private JsonNode object() {
        if (!node.isObject()) {
            throw unreadable("expected keys with values");
        }
        return node;
    }

    /** Of a list; 0 for anything else. */
    int size() {
        return node.isArray() ? node.size() : 0;
    }

    /** The elements that can be read; those that cannot are findings. */
    <T> List<T> list(Function<YamlNode, T> read) {
        if (!node.isArray()) {
            throw unreadable("expected a list");
        }
        var values = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            var element = new YamlNode(file, path + "[" + i + "]", node.get(i), findings);
            element.tryRead(read).ifPresent(values::add);
        }
        return values;
    }

    <T> List<T> nonEmptyList(Function<YamlNode, T> read) {
        if (node.isArray() && node.isEmpty()) {
            throw unreadable("an empty list");
        }
        return list(read);
    }

    /** The values that can be read, by key and in order; those that cannot are findings. */
    <T> Map<String, T> map(Function<YamlNode, T> read) {
        var values = new LinkedHashMap<String, T>();
        object().fieldNames().forEachRemaining(key -> at(key).tryRead(read).ifPresent(value -> values.put(key, value)));
        return values;
    }

    <T> Optional<T> tryRead(Function<YamlNode, T> read) {
        try {
            return Optional.of(read.apply(this));
        } catch (Findings.Unreadable said) {
            return Optional.empty();
        }
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw unreadable("expected a text");
        }
        return node.textValue();
    }

    /** A text that can stand in an address: letters, digits and hyphens. */
    String code() {
        if (!CODE.matcher(text()).matches()) {
            throw unreadable(NO_CODE);
        }
        return text();
    }

    int positiveInt() {
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw unreadable("expected a whole number");
        }
        if (node.intValue() <= 0) {
            wrong("must be at least 1");
        }
        return node.intValue();
    }

    BigDecimal positiveDecimal() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw unreadable("expected a number");
        }
        if (node.decimalValue().signum() <= 0) {
            wrong("must be greater than 0");
        }
        return node.decimalValue();
    }

    LocalDate date() {
        try {
            if (DATE.matcher(text()).matches()) {
                return LocalDate.parse(text());
            }
        } catch (DateTimeException e) {
            // As a text that is no date at all.
        }
        throw unreadable("expected a date such as 2017-09-01");
    }

    /** The constant spelt in kebab-case. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        var names = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            var name = Codes.spelling(constant);
            if (name.equals(node.textValue())) {
                return constant;
            }
            names.add(name);
        }
        throw unreadable("expected one of " + String.join(", ", names));
    }
}
