package io.partnercompetencies.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that names exist in. Messages exist in five of them. */
public enum Language {
    EN("en"),
    ES("es"),
    IT("it"),
    PT_BR("pt-BR"),
    ZH_CN("zh-CN"),
    DE("de"),
    FR("fr"),
    JA("ja"),
    ZH_TW("zh-TW");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** The language that a message is written in for a reader of this one. */
    public Language forMessages() {
        return switch (this) {
            case EN, ES, IT, PT_BR, ZH_CN -> this;
            case DE, FR, JA, ZH_TW -> EN;
        };
    }

    /** What an {@code Accept-Language} header asks for; English for none, for others and for garbage. */
    public static Language of(String acceptLanguage) {
        return LanguageRanges.wanted(acceptLanguage)
                .map(Language::lookup)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }

    /** RFC 4647 lookup: the range is shortened from its end until it names a language. */
    private static Optional<Language> lookup(String range) {
        for (var rest = range; !rest.isEmpty(); rest = shortened(rest)) {
            var found = named(rest);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Language> named(String range) {
        return switch (range.toLowerCase(Locale.ROOT)) {
            case "*" -> Optional.of(EN);
            case "pt" -> Optional.of(PT_BR);
            case "zh", "zh-hans" -> Optional.of(ZH_CN);
            case "zh-hant" -> Optional.of(ZH_TW);
            default ->
                Arrays.stream(values())
                        .filter(language -> language.tag.equalsIgnoreCase(range))
                        .findFirst();
        };
    }

    /** Without its last subtag, and without a single letter that would then stand at the end. */
    private static String shortened(String range) {
        int end = range.lastIndexOf('-');
        if (end >= 2 && range.charAt(end - 2) == '-') {
            end -= 2;
        }
        return end < 0 ? "" : range.substring(0, end);
    }
}
