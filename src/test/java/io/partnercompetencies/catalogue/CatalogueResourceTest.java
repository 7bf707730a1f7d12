package io.partnercompetencies.catalogue;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogueResourceTest {

    @Test
    void all_competencies_are_listed() {
        admin().get("/v1/competencies")
                .then()
                .statusCode(200)
                .body("totalCount", equalTo(18))
                .body("items", hasSize(18))
                .body("items[0].id", equalTo("messaging"))
                .body("items[17].id", equalTo("windows-and-devices"))
                .body("links.next", nullValue());
    }

    @Test
    void the_pages_follow_each_other_in_the_order_of_the_catalogue() {
        var ids = new ArrayList<String>();
        var next = "/v1/competencies?size=7";
        while (next != null) {
            var page = admin().get(next).then().statusCode(200).body("totalCount", equalTo(18));
            ids.addAll(page.extract().path("items.id"));
            next = page.extract().path("links.next.uri");
        }
        assertThat(ids)
                .hasSize(18)
                .doesNotHaveDuplicates()
                .isEqualTo(admin().get("/v1/competencies").path("items.id"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Data Platform, SQL Server Specialist option",
        "es, Competencia de plataforma de datos, Opción de especialista en SQL Server",
        "it, Competenze di piattaforma di dati, Opzione di specialista di SQL Server",
        "pt-BR, Competência Plataforma de Dados, Opção Especialista em SQL Server",
        "zh-CN, 数据平台能力, SQL Server 专家选项",
        "de, Data Platform-Kompetenz, SQL Server Specialist-Option",
        "fr, Compétence Plateforme de données, Option Spécialiste SQLServer",
        "ja, Data Platform コンピテンシー, SQL Server スペシャリスト オプション",
        "zh-TW, 資料平台專長認證, SQL Server 專家選項"
    })
    void names_come_in_nine_languages(String tag, String name, String option) {
        admin().header("Accept-Language", tag + ", en;q=0.5")
                .get("/v1/competencies")
                .then()
                .statusCode(200)
                .header("Content-Language", tag)
                .body("items.find { it.id == 'data-platform' }.name", equalTo(name))
                .body("items.find { it.id == 'data-platform' }.options[1].name", equalTo(option));
    }

    @Test
    void one_competency_tells_its_requirements_in_the_asked_language() {
        admin().header("Accept-Language", "zh-CN")
                .get("/v1/competencies/messaging")
                .then()
                .statusCode(200)
                .body("name", equalTo("消息能力"))
                .body("options[0].id", equalTo("hybrid-services-partner"))
                .body("options[0].levels[0].level", equalTo("SILVER"))
                .body("options[0].levels[0].requirement.kind", equalTo("ALL_OF"))
                .body(
                        "options[0].levels[0].requirement.children[0].children[1].each.credential",
                        equalTo("mcse-productivity"));
    }

    @Test
    void a_competency_tells_what_it_asked_before_and_what_was_changed() {
        admin().get("/v1/competencies/enterprise-resource-planning")
                .then()
                .statusCode(200)
                .body("options[0].levels.level", contains("GOLD"))
                .body("revisions", hasSize(2))
                .body("revisions[0].effectiveFrom", nullValue())
                .body("revisions[0].effectiveTo", equalTo("2017-12-01"))
                .body("revisions[0].change", nullValue())
                .body("revisions[0].options[0].levels.level", contains("SILVER", "GOLD"))
                .body("revisions[0].options[0].levels[0].requirement.children[1].kind", equalTo("DISTINCT_PEOPLE"))
                .body(
                        "revisions[0].options[0].levels[0].requirement.children[1].slots.credential",
                        containsInAnyOrder("MB6-890", "MB6-892", "MB6-893", "MB6-705", "70-462"))
                .body("revisions[1].effectiveFrom", equalTo("2017-12-01"))
                .body("revisions[1].effectiveTo", nullValue())
                .body("revisions[1].change", startsWith("The silver level is gone."))
                .body("revisions[1].options[0].levels.level", contains("GOLD"));
    }

    @Test
    void what_was_changed_is_told_in_the_asked_language_or_else_in_english() {
        admin().header("Accept-Language", "it")
                .get("/v1/competencies/enterprise-resource-planning")
                .then()
                .body("revisions[1].change", startsWith("Il livello Silver non esiste più."));
        admin().header("Accept-Language", "ja")
                .get("/v1/competencies/enterprise-resource-planning")
                .then()
                .header("Content-Language", "ja")
                .body("revisions[1].change", startsWith("The silver level is gone."));
    }

    @Test
    void ties_attestations_and_averages_are_shown() {
        admin().get("/v1/competencies/windows-and-devices")
                .then()
                .body("options[2].levels[1].requirement.children[0].thresholds.DEVELOPING", equalTo(52))
                .body("options[2].levels[1].requirement.children[0].averagePerMonth", equalTo(4))
                .body("options[2].levels[1].requirement.children[0].window", equalTo("TWELVE_MONTHS"))
                .body(
                        "options[2].levels[1].requirement.children[1].attestation",
                        equalTo("surface-hub-authorised-device-reseller"));
        admin().get("/v1/competencies/devops")
                .then()
                .body("options[0].levels[1].requirement.children[0].group", equalTo("core"))
                .body("options[0].levels[1].requirement.children[1].relation.group", equalTo("core"))
                .body("options[0].levels[1].requirement.children[1].relation.is", equalTo("SUBSET"));
    }

    @Test
    void the_list_is_sent_again_only_when_it_is_another() {
        String tag = admin().get("/v1/competencies").then().extract().header("ETag");

        admin().header("If-None-Match", tag)
                .get("/v1/competencies")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        admin().header("If-None-Match", tag)
                .header("Accept-Language", "fr")
                .get("/v1/competencies")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }
}
