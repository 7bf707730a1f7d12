package io.partnercompetencies.catalogue;

import java.util.Map;
import java.util.Set;

/** Reads names: {@code {en: Messaging, pt-BR: …}}. */
final class NamesReader {

    private static final Set<String> TAGS = Set.of("en", "es", "it", "pt-BR", "zh-CN", "de", "fr", "ja", "zh-TW");

    private NamesReader() {}

    /** Names that cannot be read are a finding, which refuses the catalogue; having none lets the reading go on. */
    static Names readOrNone(YamlNode node, String key) {
        return node.tryGet(key, NamesReader::read).orElse(new Names(Map.of()));
    }

    static Names read(YamlNode node) {
        node.allow(TAGS.stream().sorted().toArray(String[]::new));
        node.get(Names.FALLBACK);
        return new Names(node.map(YamlNode::text));
    }
}
