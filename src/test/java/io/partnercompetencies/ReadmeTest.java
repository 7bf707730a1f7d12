package io.partnercompetencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of the clients shows is what runs. */
class ReadmeTest {

    private static final Path CLIENTS = Path.of("src", "clients");

    @ParameterizedTest
    @CsvSource({"java, java/io/partnercompetencies/clients/MainJob.java", "ts, typescript/main-job.ts"})
    void what_it_shows_of_a_client_stands_in_the_program_that_runs(String language, String program) throws IOException {
        var shown = shown(language);
        assertThat(shown).hasSizeGreaterThanOrEqualTo(8);
        assertThat(lines(Files.readString(CLIENTS.resolve(program)))).containsAll(shown);
    }

    private static List<String> shown(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(CLIENTS.resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .flatMap(ReadmeTest::stripped)
                .toList();
    }

    private static List<String> lines(String text) {
        return stripped(text).toList();
    }

    private static Stream<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
