package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;

/** Texts as people write them, and instants on the side of now that their name asks for. */
final class Texts {

    private static final Set<String> LIE_AHEAD = Set.of("until", "expiresAt", "to", "anniversaryTo", "expiresBefore");
    private static final String[] WORDS = {
        "Fabrikam",
        "Contoso",
        "Ana",
        "Bø",
        "李",
        "O'Neill",
        "Müller-Lüdenscheidt",
        "ана",
        "عمر",
        "👩‍🔬",
        "and",
        "GmbH & Co"
    };

    private int made;

    String email() {
        return "p" + ++made + "@fabrikam.example";
    }

    String number() {
        return Integer.toString(70_000_000 + ++made);
    }

    String month(Random random) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(random.nextInt(15)).toString();
    }

    String instant(String name, Random random) {
        var now = Instant.now();
        return (LIE_AHEAD.contains(name)
                        ? now.plus(1 + random.nextInt(60 * 24 * 300), ChronoUnit.MINUTES)
                        : now.minus(1 + random.nextInt(60 * 24 * 600), ChronoUnit.MINUTES))
                .toString();
    }

    String day(String name, Random random) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(LIE_AHEAD.contains(name) ? 300 + random.nextInt(300) : random.nextInt(300))
                .toString();
    }

    String any(JsonNode schema, Random random) {
        int longest = schema.path("maxLength").asInt(40);
        var text = new StringBuilder(schema.has("pattern") ? "code-" + random.nextInt(50) : "");
        while (!schema.has("pattern")
                        && text.length() < Math.max(1, schema.path("minLength").asInt(1))
                || random.nextInt(3) == 0 && !schema.has("pattern")) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.length() > longest ? text.substring(0, longest) : text.toString();
    }
}
