package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The codes that requirements and performance records may use. While a catalogue is read, a part that cannot be is null.
 */
record Codes(Map<String, Metric> metrics, Set<String> products, Set<String> associations, Set<String> attestations) {

    static Codes read(YamlNode file) {
        file.allow("metrics", "products", "associations", "attestations");
        return new Codes(
                file.tryGet("metrics", Codes::metrics).orElse(null),
                file.tryGet("products", Codes::codes).orElse(null),
                file.tryGet("associations", Codes::codes).orElse(null),
                file.tryGet("attestations", Codes::codes).orElse(null));
    }

    private static Map<String, Metric> metrics(YamlNode list) {
        refuseRepeated(list.list(metric -> metric.get("code")));
        var metrics = new TreeMap<String, Metric>();
        list.list(Codes::metric).forEach(metric -> metrics.put(metric.code(), metric));
        return metrics;
    }

    Set<String> metricCodes() {
        return metrics == null ? null : metrics.keySet();
    }

    private static Metric metric(YamlNode node) {
        node.allow("code", "unit", "window");
        return new Metric(
                node.get("code").code(),
                node.tryGet("unit", YamlNode::text).orElse(""),
                node.tryGet("window", window -> window.oneOf(Span.class)).orElse(Span.LATEST_MONTH));
    }

    private static Set<String> codes(YamlNode list) {
        refuseRepeated(list.list(code -> code));
        return Set.copyOf(list.list(YamlNode::code));
    }

    /** Codes are compared as they are compared in use: without regard to case. */
    static void refuseRepeated(List<YamlNode> codes) {
        var seen = new ArrayList<String>();
        for (var code : codes) {
            if (code.isText()) {
                var key = code.text().toLowerCase(Locale.ROOT);
                if (seen.contains(key)) {
                    code.wrong("duplicate: " + code.text());
                }
                seen.add(key);
            }
        }
    }

    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
