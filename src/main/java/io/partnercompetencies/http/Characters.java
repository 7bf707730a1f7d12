package io.partnercompetencies.http;

/** What text may consist of. PostgreSQL refuses NUL, and half a surrogate pair is no character at all. */
final class Characters {

    private Characters() {}

    static boolean areSingleLine(CharSequence text) {
        return text.codePoints().allMatch(Characters::isOfALine);
    }

    /** What PostgreSQL keeps unchanged, line breaks included. */
    static boolean areStorable(CharSequence text) {
        return text.codePoints()
                .allMatch(codePoint -> codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE);
    }

    private static boolean isOfALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
