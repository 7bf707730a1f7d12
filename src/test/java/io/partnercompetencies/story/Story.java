package io.partnercompetencies.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a file under {@code stories} tells: what happens to a company on which day, and what each address says then. A
 * word that is none of these is refused.
 *
 * @param competencies whose stages are told
 */
record Story(String title, Company company, List<String> competencies, List<Chapter> story) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "stories");

    record Company(String name, Market market) {}

    /**
     * Everything of a day happens one after the other from nine o'clock (UTC).
     *
     * @param what in the programme's words, for whoever reads
     * @param then by address; what is not written has not changed since the chapter before
     */
    record Chapter(LocalDate on, String what, List<Deed> happens, Map<String, Object> then) {

        Chapter {
            happens = happens == null ? List.of() : happens;
        }

        Instant at() {
            return on.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }
    }

    /** One of these is written. */
    record Deed(
            List<String> join,
            Passed pass,
            String leaves,
            Moved moves,
            Level buys,
            Level renews,
            Refused refused,
            Overridden override,
            Exempted exempt,
            String endsExemptionOf,
            Sent sends) {}

    /** @param type {@code EXAM} where nothing is written; @param until its last day, where it expires */
    record Passed(List<String> who, String type, List<String> credentials, LocalDate until) {}

    /** The employee links the same account at another company. */
    record Moved(String who, String to) {}

    /** @param alternative the level that can be bought instead, where the refusal names one */
    record Refused(Level buying, Level renewing, String code, Level alternative) {}

    record Overridden(String competency, Level level, String reason, LocalDate until) {}

    record Exempted(String competency, LocalDate anniversaryFrom, LocalDate anniversaryTo, String reason) {}

    record Sent(String metric, String product, String association, YearMonth period, int value) {}

    static Story named(String name) {
        try {
            return read(Files.readString(FOLDER.resolve(name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Story read(String text) throws JsonProcessingException {
        return yaml().readValue(text, Story.class);
    }

    static ObjectMapper yaml() {
        return new YAMLMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    }
}
