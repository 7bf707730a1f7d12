package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.Evaluator;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Moment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the catalogue asks for can be told in every language. */
@QuarkusTest
class WordsOfTheCatalogueTest {

    private static final Moment NOW = Moment.settled(Instant.parse("2026-11-21T09:30:00Z"));

    @Inject
    Catalogue catalogue;

    @Inject
    MissingWords words;

    @Test
    void every_level_of_the_catalogue_says_what_an_organisation_without_anything_lacks() {
        for (var language : Language.values()) {
            for (var level : (Iterable<LevelStatus>) everyLevel()::iterator) {
                var sentences = words.of(level, NOW.at(), language);
                assertThat(sentences).isNotEmpty();
                assertThat(sentences)
                        .allSatisfy(sentence -> assertThat(sentence)
                                .isNotBlank()
                                .doesNotContain("{", "}", "missing.", "metric.", "product.", "attestation.", "null")
                                .doesNotContain("  ", " ,", "#")
                                .matches("[(（]?[\\p{Lu}\\p{Lo}\\p{Nd}].*"));
            }
        }
    }

    @Test
    void every_word_is_there_in_every_language_of_the_messages() throws IOException {
        var words = keys("");
        assertThat(words).isNotEmpty();
        for (var language : List.of("_es", "_it", "_pt_BR", "_zh_CN")) {
            assertThat(keys(language)).as(language).containsAll(words);
        }
    }

    /** Product names may be the same in every language, and then stand in one file. */
    private static Set<String> keys(String language) throws IOException {
        var all = new Properties();
        try (var file = MissingWordsTest.class.getResourceAsStream("/messages/sentences" + language + ".properties")) {
            all.load(file);
        }
        return all.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("product."))
                .collect(Collectors.toSet());
    }

    private Stream<LevelStatus> everyLevel() {
        return Stream.of(Market.values()).flatMap(this::everyLevel);
    }

    private Stream<LevelStatus> everyLevel(Market market) {
        var facts = new Facts(market, List.of(), List.of(), List.of(), List.of(), catalogue.credentials());
        return catalogue.histories().stream()
                .flatMap(history -> history.revisions().stream()
                        .flatMap(revision -> revision.options().stream())
                        .map(option -> new CompetencyLaw(history.id(), List.of(option))))
                .flatMap(law -> Evaluator.evaluate(law, facts, NOW).levels().stream());
    }
}
