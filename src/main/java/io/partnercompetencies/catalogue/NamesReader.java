package io.partnercompetencies.catalogue;

import java.util.Set;

/** Reads names: {@code {en: Messaging, pt-BR: …}}. */
final class NamesReader {

    private static final Set<String> TAGS = Set.of("en", "es", "it", "pt-BR", "zh-CN", "de", "fr", "ja", "zh-TW");

    private NamesReader() {}

    static Names read(YamlNode node) {
        node.allow(TAGS.stream().sorted().toArray(String[]::new));
        node.get(Names.FALLBACK);
        return new Names(node.map(YamlNode::text));
    }
}
