package io.partnercompetencies.catalogue;

import java.util.Map;

/** A name in the languages it exists in, by language tag ({@code en}, {@code pt-BR}); {@code en} is always there. */
public record Names(Map<String, String> byTag) {

    public static final String FALLBACK = "en";

    public Names {
        byTag = Map.copyOf(byTag);
    }

    /** The name in that language, or else in English. */
    public String in(String tag) {
        return byTag.getOrDefault(tag, byTag.get(FALLBACK));
    }
}
