package io.partnercompetencies.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password that people choose must be. Length is what makes guessing hard; rules about kinds of characters only
 * make passwords alike.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 1_000;

    /** The first that come to mind, of those that are long enough. */
    private static final Set<String> OBVIOUS = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789012345",
            "1234567890123456",
            "123456123456",
            "123123123123",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdfgh",
            "qwertyqwerty",
            "1q2w3e4r5t6y",
            "abcdefghijkl",
            "abc123abc123",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "administrator",
            "changemechangeme",
            "changeme1234",
            "letmeinletmein",
            "welcome12345",
            "partnercompetencies",
            "partner-competencies");

    private PasswordRules() {}

    /** What is wrong with it, as a sentence. */
    static Optional<String> complaint(String userName, String oldPassword, String wanted) {
        int length = wanted.codePointCount(0, wanted.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("newPassword must be " + SHORTEST + " to 1,000 characters long; a few words are easy to"
                    + " remember and hard to guess.");
        }
        if (!wanted.codePoints().allMatch(PasswordRules::canBeTyped)) {
            return Optional.of("newPassword must not contain control characters, such as a line break or a tab.");
        }
        if (wanted.equals(oldPassword)) {
            return Optional.of("newPassword must not be the current password.");
        }
        if (wanted.equalsIgnoreCase(userName)) {
            return Optional.of("newPassword must not be the user name.");
        }
        return isObvious(wanted)
                ? Optional.of("newPassword is among the first that anybody would try.")
                : Optional.empty();
    }

    /** HTTP Basic carries no control characters (RFC 7617), and half a surrogate pair is no character. */
    private static boolean canBeTyped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isObvious(String wanted) {
        return wanted.codePoints().distinct().count() == 1 || OBVIOUS.contains(wanted.toLowerCase(Locale.ROOT));
    }
}
