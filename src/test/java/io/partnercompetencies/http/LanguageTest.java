package io.partnercompetencies.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | ES",
                "ES-mx | ES",
                "pt | PT_BR",
                "pt-PT | PT_BR",
                "pt-br | PT_BR",
                "zh | ZH_CN",
                "zh-Hans-SG | ZH_CN",
                "zh-TW | ZH_TW",
                "zh-Hant-HK | ZH_TW",
                "de-CH-1996 | DE",
                "ja-x-y | JA",
                "cs, fr;q=0.5 | FR",
                "it;q=0.2, es;q=0.9 | ES",
                "es;q=0, it;q=0.1 | IT",
                "es;q=0.9,* | EN",
                "es , it | ES",
                "xx;q=2, it | IT"
            })
    void the_most_wanted_language_that_exists_is_chosen(String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "cs", ";;;", "-", "es;q=x", "\u0000", "e\u00f1", "*-*", ",,,,"})
    void english_is_for_everybody_else(String header) {
        assertThat(Language.of(header)).isEqualTo(Language.EN);
    }

    @Test
    void a_header_without_end_costs_nothing() {
        assertThat(Language.of("a-".repeat(100_000))).isEqualTo(Language.EN);
        assertThat(Language.of("es,".repeat(100_000))).isEqualTo(Language.EN);
    }

    @Test
    void messages_exist_in_five_languages() {
        assertThat(Language.PT_BR.forMessages()).isEqualTo(Language.PT_BR);
        assertThat(Language.JA.forMessages()).isEqualTo(Language.EN);
    }
}
