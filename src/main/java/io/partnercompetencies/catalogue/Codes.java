package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The codes that requirements and performance records may use. */
record Codes(Map<String, Metric> metrics, Set<String> products, Set<String> associations, Set<String> attestations) {

    static Codes read(YamlNode file) {
        file.allow("metrics", "products", "associations", "attestations");
        var metrics = new TreeMap<String, Metric>();
        file.get("metrics").list(Codes::metric).forEach(metric -> metrics.put(metric.code(), metric));
        refuseRepeated(file.get("metrics").list(metric -> metric.get("code")));
        return new Codes(metrics, codes(file, "products"), codes(file, "associations"), codes(file, "attestations"));
    }

    private static Metric metric(YamlNode node) {
        node.allow("code", "unit", "window");
        return new Metric(
                node.get("code").text(),
                node.get("unit").text(),
                node.get("window").oneOf(Span.class));
    }

    private static Set<String> codes(YamlNode file, String key) {
        refuseRepeated(file.get(key).list(code -> code));
        return Set.copyOf(file.get(key).list(YamlNode::text));
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
