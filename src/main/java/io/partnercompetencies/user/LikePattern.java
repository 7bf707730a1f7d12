package io.partnercompetencies.user;

import java.util.Locale;

/** A LIKE pattern in which what the caller wrote stands for itself. */
final class LikePattern {

    private LikePattern() {}

    static String startingWith(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
