package io.partnercompetencies.competency;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.partnercompetencies.PartnerFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A level that is not met says in words what it lacks. */
@QuarkusTest
class MissingTest {

    @Inject
    PartnerFixture fixture;

    @Test
    void an_unmet_level_says_what_it_lacks_and_a_met_one_nothing() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);

        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].missing", nullValue())
                .body(
                        "levels[1].missing",
                        contains("2 more persons with 70-347 and 70-345, or 4 more persons with MCSE: Productivity"));
        fixture.get(contoso.path("/competencies"))
                .body("items.find { it.competencyId == 'messaging' }.levels[1].missing", nullValue());
    }

    @Test
    void what_is_pending_is_told_with_the_time_at_which_it_counts() {
        var contoso = fixture.partner();
        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        var second = fixture.linkedEmployee(contoso);
        fixture.passesMessaging(second);
        fixture.sync();
        var minute = fixture.now()
                .plus(Duration.ofHours(24))
                .truncatedTo(ChronoUnit.HOURS)
                .toString();

        fixture.get(contoso.path("/competencies/messaging"))
                .body(
                        "levels[0].missing[0]",
                        startsWith(
                                "1 more person with 70-347 and 70-345; what is missing is pending already and will count from "
                                        + minute.substring(0, 10)))
                .body(
                        "levels[1].missing[0]",
                        startsWith("3 more persons with 70-347 and 70-345; 1 of this is pending"));
    }

    @Test
    void the_words_come_in_the_asked_language() {
        var path = fixture.partner().path("/competencies/messaging");
        var expected = Map.of(
                "es", "2 personas más con 70-347 y 70-345, o bien 2 personas más con MCSE: Productividad",
                "it", "Ancora 2 persone con 70-347 e 70-345, oppure ancora 2 persone con MCSE: Produttività",
                "pt-BR", "Mais 2 pessoas com 70-347 e 70-345, ou então mais 2 pessoas com MCSE: Produtividade",
                "zh-CN", "还需 2 名具备 70-347 和 70-345 的人员；或者还需 2 名具备 MCSE：生产力 的人员",
                "ja", "2 more persons with 70-347 and 70-345, or 2 more persons with MCSE: Productivity");
        expected.forEach((language, sentence) -> admin().header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .body("levels[0].missing", contains(sentence)));
    }

    @Test
    void a_refused_purchase_and_the_eligibility_say_the_same() {
        var contoso = fixture.partner();
        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));

        fixture.buys(contoso, "SILVER")
                .statusCode(409)
                .header("Content-Language", is("en"))
                .body("shortfall.sentences", hasItem(startsWith("1 more person with 70-347 and 70-345, or ")));
        admin().header("Accept-Language", "es")
                .body(Map.of("level", "SILVER"))
                .post(contoso.path("/subscriptions"))
                .then()
                .statusCode(409)
                .header("Content-Language", is("es"))
                .body("shortfall.sentences[0]", startsWith("1 persona más con 70-347 y 70-345, o bien "));
        admin().header("Accept-Language", "es")
                .get(contoso.path("/eligibility"))
                .then()
                .body("upgrade[0].reasons[0].shortfall.competencyId", is("messaging"))
                .body("upgrade[0].reasons[0].shortfall.sentences[0]", endsWith("MCSE: Productividad"));
    }
}
