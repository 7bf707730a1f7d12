package io.partnercompetencies.http;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** The sentences of the service in the languages it speaks: {@code messages/sentences_*.properties}. */
@Singleton
public class Messages {

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    Messages() {
        for (var language : Language.values()) {
            if (language.forMessages() == language) {
                bundles.put(language, bundle(language));
            }
        }
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "messages.sentences",
                Locale.forLanguageTag(language.tag()),
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence in the language, or in English where the service does not speak it. */
    public String text(Language language, String key, Object... arguments) {
        return format(bundles.get(language.forMessages()).getString(key), arguments);
    }

    /** The same for words that the service may not have, such as those for a code of somebody's own catalogue. */
    public Optional<String> find(Language language, String key, Object... arguments) {
        var bundle = bundles.get(language.forMessages());
        return bundle.containsKey(key) ? Optional.of(format(bundle.getString(key), arguments)) : Optional.empty();
    }

    private static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
