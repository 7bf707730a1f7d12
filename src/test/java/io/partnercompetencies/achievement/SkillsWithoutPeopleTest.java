package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Moment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the report keeps from readers who may not see people. */
@QuarkusTest
class SkillsWithoutPeopleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final UUID ADA = UUID.randomUUID();
    private static final Collection.Links LINKS = new Collection.Links(new Collection.Link("/v1/report"), null);

    @Inject
    Catalogue catalogue;

    @Inject
    ObjectMapper json;

    @Test
    void rows_and_columns_are_the_same_but_for_id_and_name() throws Exception {
        var views = new SkillViews(catalogue, Moment.settled(NOW), Language.EN);
        var with = views.withPeople(List.of(credit()), Map.of(ADA, "Ada"));
        var without = views.withoutPeople(List.of(credit()));

        assertThat(csv(true, with))
                .contains(ADA.toString(), "userId,displayName,type")
                .contains(",Ada,");
        var rest = csv(true, with).replace("userId,displayName,", "").replace(ADA + ",Ada,", "");
        assertThat(csv(false, without)).isEqualTo(rest);

        var row = json.readTree(text(without)).at("/items/0");
        assertThat(row.has("userId") || row.has("displayName")).isFalse();
        assertThat(row.get("credential").asText()).isEqualTo("70-347");
        assertThat(json.readTree(text(with)).at("/items/0/displayName").asText())
                .isEqualTo("Ada");
    }

    private static String csv(boolean withPeople, List<SkillView> rows) {
        var form = new SkillsAsCsv(withPeople);
        return form.rows(rows).appendBuffer(form.end()).toString();
    }

    private String text(List<SkillView> rows) {
        var form = new SkillsAsJson(json, LINKS);
        return form.rows(rows).appendBuffer(form.end()).toString();
    }

    private static Credit credit() {
        return new Credit(
                UUID.randomUUID(), ADA, "70-347", AchievementType.EXAM, true, NOW, NOW, NOW, null, null, null);
    }
}
