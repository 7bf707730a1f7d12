package io.partnercompetencies.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnercompetencies.rules.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    private static final String STORY = """
            title: A day
            company: {name: Contoso, market: DEVELOPED}
            competencies: [messaging]
            story:
              - on: 2027-01-11
                what: Silver is bought.
                happens:
                  - buys: SILVER
                then: {membership: NONE}
            """;

    @Test
    void a_story_tells_what_happens_and_what_is_said_then() throws JsonProcessingException {
        var chapter = Story.read(STORY).story().get(0);

        assertThat(chapter.at()).hasToString("2027-01-11T09:00:00Z");
        assertThat(chapter.happens())
                .singleElement()
                .satisfies(deed -> assertThat(deed.buys()).isEqualTo(Level.SILVER));
        assertThat(chapter.then()).containsEntry("membership", "NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "market", "on", "what", "happens", "buys", "then"})
    void a_word_that_no_story_knows_is_refused(String word) {
        assertThatThrownBy(() -> Story.read(STORY.replace(word + ":", word + "s:")))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining(word + "s");
    }
}
