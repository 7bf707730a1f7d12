package io.partnercompetencies.catalogue;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueResourceTest {

    @Test
    void all_competencies_are_listed() {
        admin().get("/v1/competencies")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("messaging", "cloud-productivity"));
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
}
