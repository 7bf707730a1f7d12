package io.partnercompetencies.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the alert rules and the dashboard in {@code deploy/monitoring} ask Prometheus for. */
final class PromQl {

    static final Path FOLDER = Path.of("deploy", "monitoring");

    private static final Pattern SELECTOR = Pattern.compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)\\s*(=~?|!=|!~)\\s*\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("(?<![.0-9])\\b[a-zA-Z_][a-zA-Z0-9_]*");

    private static final Set<String> LANGUAGE =
            Set.of("sum", "max", "count", "rate", "increase", "absent", "topk", "by", "or", "label_values");

    /** One of a metric's series, of which these labels are known. */
    record Selector(String metric, Map<String, String> labels) {}

    private PromQl() {}

    static Stream<String> ofTheRules() {
        return values("expr", read(new ObjectMapper(new YAMLFactory()), "alerts.yaml"));
    }

    static Stream<String> ofTheDashboard() {
        var dashboard = read(new ObjectMapper(), "dashboard.json");
        return Stream.concat(values("expr", dashboard), values("definition", dashboard));
    }

    private static Object read(ObjectMapper mapper, String file) {
        try {
            return mapper.readValue(FOLDER.resolve(file).toFile(), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> values(String name, Object in) {
        if (in instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .flatMap(member -> member.getKey().equals(name)
                            ? Stream.of((String) member.getValue())
                            : values(name, member.getValue()));
        }
        return in instanceof List<?> items ? items.stream().flatMap(item -> values(name, item)) : Stream.empty();
    }

    static List<Selector> selectors(String expression) {
        var selectors = new ArrayList<Selector>();
        var found = SELECTOR.matcher(expression);
        while (found.find()) {
            var labels = new HashMap<String, String>();
            var label = LABEL.matcher(found.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2).equals("=") ? label.group(3) : null);
            }
            selectors.add(new Selector(found.group(1), labels));
        }
        return selectors;
    }

    /** Words that are neither selected from nor part of the language: a metric without braces, or a slip. */
    static List<String> strays(String expression) {
        var rest = SELECTOR.matcher(expression)
                .replaceAll("")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\bby \\([^)]*\\)", "")
                .replaceAll("(label_values\\([^,]*), \\w+\\)", "$1)");
        return WORD.matcher(rest)
                .results()
                .map(word -> word.group())
                .filter(word -> !LANGUAGE.contains(word))
                .toList();
    }
}
