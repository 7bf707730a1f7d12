package io.partnercompetencies.access;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords and the tails of user names, of characters that nobody takes for one another. */
@Singleton
class Secrets {

    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    /** Twenty characters in groups of five: 99 bits. */
    String password() {
        return IntStream.range(0, 4).mapToObj(group -> text(5)).collect(Collectors.joining("-"));
    }

    String suffix() {
        return text(5);
    }

    private String text(int length) {
        return random.ints(length, 0, READABLE.length())
                .mapToObj(READABLE::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
