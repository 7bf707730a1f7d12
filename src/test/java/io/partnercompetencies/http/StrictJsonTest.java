package io.partnercompetencies.http;

import static io.partnercompetencies.http.Client.admin;
import static io.partnercompetencies.http.Client.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrictJsonTest {

    @Test
    void a_body_that_keeps_the_rules_is_read_and_written_plainly() {
        var body = post("""
                {"name":"Ana","email":"ana@example.com","count":3,"flag":false,"price":2000,"kind":"LEARN",
                 "id":"0193a1b2-0000-7000-8000-000000000001","at":"2026-11-21T09:30:00Z","on":"2026-11-21",
                 "period":"2026-10","tags":[],"parts":[{"code":"70-347"}]}""").statusCode(200).extract().asString();
        assertThat(body)
                .contains("\"price\":2000,", "\"at\":\"2026-11-21T09:30:00Z\"", "\"on\":\"2026-11-21\"")
                .contains("\"period\":\"2026-10\"");
        assertThat(post("{\"name\":\"Ana\",\"price\":2E+3}").extract().asString())
                .isEqualTo("{\"name\":\"Ana\",\"price\":2000}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"nmae\":\"b\"} | /nmae",
                "{\"name\":1} | /name",
                "{\"name\":true} | /name",
                "{\"name\":[\"a\"]} | /name",
                "{\"name\":{}} | /name",
                "{\"name\":\"a\",\"count\":\"1\"} | /count",
                "{\"name\":\"a\",\"count\":1.5} | /count",
                "{\"name\":\"a\",\"count\":1.0} | /count",
                "{\"name\":\"a\",\"count\":true} | /count",
                "{\"name\":\"a\",\"count\":\"\"} | /count",
                "{\"name\":\"a\",\"count\":99999999999} | /count",
                "{\"name\":\"a\",\"flag\":0} | /flag",
                "{\"name\":\"a\",\"flag\":\"true\"} | /flag",
                "{\"name\":\"a\",\"flag\":\"\"} | /flag",
                "{\"name\":\"a\",\"flag\":[]} | /flag",
                "{\"name\":\"a\",\"kind\":[]} | /kind",
                "{\"name\":\"a\",\"count\":[]} | /count",
                "{\"name\":\"a\",\"price\":\"2000\"} | /price",
                "{\"name\":\"a\",\"price\":false} | /price",
                "{\"name\":\"a\",\"price\":1e999} | /price",
                "{\"name\":\"a\",\"kind\":\"OTHER\"} | /kind",
                "{\"name\":\"a\",\"kind\":\"learn\"} | /kind",
                "{\"name\":\"a\",\"kind\":0} | /kind",
                "{\"name\":\"a\",\"kind\":\"\"} | /kind",
                "{\"name\":\"a\",\"id\":\"1-1-1-1-1\"} | /id",
                "{\"name\":\"a\",\"id\":\"\"} | /id",
                "{\"name\":\"a\",\"id\":7} | /id",
                "{\"name\":\"a\",\"at\":\"yesterday\"} | /at",
                "{\"name\":\"a\",\"at\":1795000000} | /at",
                "{\"name\":\"a\",\"at\":1795000000.5} | /at",
                "{\"name\":\"a\",\"at\":\"2026-11-21\"} | /at",
                "{\"name\":\"a\",\"at\":\"+999999999-01-01T00:00:00Z\"} | /at",
                "{\"name\":\"a\",\"on\":\"2026-02-30\"} | /on",
                "{\"name\":\"a\",\"on\":[2026,11,21]} | /on",
                "{\"name\":\"a\",\"on\":20000} | /on",
                "{\"name\":\"a\",\"period\":\"2026-13\"} | /period",
                "{\"name\":\"a\",\"period\":[2026,10]} | /period",
                "{\"name\":\"a\",\"tags\":\"b\"} | /tags",
                "{\"name\":\"a\",\"tags\":\"\"} | /tags",
                "{\"name\":\"a\",\"tags\":[\"b\",2]} | /tags/1",
                "{\"name\":\"a\",\"parts\":[{\"code\":\"b\"},{\"c/o~de\":\"b\"}]} | /parts/1/c~1o~0de",
                "{\"name\":\"a\",\"parts\":{}} | /parts",
                "{\"name\":\"a\",\"parts\":[\"\"]} | /parts/0"
            })
    void what_cannot_be_bound_is_400_and_says_where(String body, String pointer) {
        malformed(post(body)).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"name\"",
                "1",
                "true",
                "{",
                "{\"name\"",
                "{\"name\":\"a\"}}",
                "{\"name\":\"a\"} {}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{'name':'a'}",
                "{\"name\":\"a\",}",
                "{name:\"a\"}",
                "nul",
                "\u0000",
                "{\"name\":\"a\u0000b\"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"\\x\"}",
                "<a/>"
            })
    void what_is_no_object_of_json_is_400(String body) {
        malformed(post(body));
    }

    @Test
    void nesting_without_end_is_400() {
        malformed(post("[".repeat(10_000)));
        malformed(post("{\"name\":".repeat(5_000)));
        malformed(post("{\"name\":\"a\",\"parts\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        malformed(admin().contentType("application/merge-patch+json")
                .body("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))
                .patch("/v1/test/documents/1")
                .then());
    }

    @Test
    void numbers_without_end_are_400() {
        malformed(post("{\"name\":\"a\",\"count\":" + "9".repeat(20_000) + "}"));
        malformed(post("{\"name\":\"a\",\"price\":" + "9".repeat(20_000) + "}"));
        malformed(post("{\"name\":\"a\",\"price\":1e999999999}"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_400() {
        var broken = "{\"name\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        malformed(admin().contentType("application/json")
                .body(broken)
                .post("/v1/test/things")
                .then());
        malformed(admin().contentType("application/json")
                .body(new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 1, 2, 3})
                .post("/v1/test/things")
                .then());
    }

    @Test
    void a_body_that_binds_and_breaks_rules_is_422_and_says_each_place() {
        post("{\"email\":\"ana\",\"tags\":[\"fine\",\"too long\"],\"parts\":[{\"code\":\"b\"},{}]}")
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors.pointer", hasItems("/name", "/email", "/tags/1", "/parts/1/code"));
        sending("[{\"code\":\"a\"},{}]")
                .post("/v1/test/lists")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/1/code"));
        sending("[{\"code\":\"a\"},null]").post("/v1/test/lists").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\\tb", "a\\nb", "a\\u0085b", "a\\u2028b", "123456789012345678901"})
    void text_is_one_line_of_limited_length(String name) {
        post("{\"name\":\"" + name + "\"}").statusCode(422).body("errors[0].pointer", equalTo("/name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "@",
                "ana@",
                "@b.c",
                "a@b@c",
                "a b@c.d",
                "a@b..c",
                "a@-b.c",
                ".a@b.c",
                "a..b@c.d",
                "a@b c",
                "<a@b.c>",
                ""
            })
    void an_e_mail_address_has_one_at_sign_and_a_domain(String email) {
        post("{\"name\":\"a\",\"email\":\"" + email + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", "ana.o'neil+x@b", "jos\u00e9@exampl\u00e9.es", "\u7530@\u4f8b\u3048.jp"})
    void an_e_mail_address_may_be_of_any_language(String email) {
        sending("{\"name\":\"a\",\"email\":\"" + email + "\"}")
                .post("/v1/test/things")
                .then()
                .statusCode(200);
    }

    @Test
    void a_call_without_a_body_parameter_needs_no_body() {
        admin().post("/v1/test/empty").then().statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return sending(body).post("/v1/test/things").then();
    }

    private static ValidatableResponse malformed(ValidatableResponse answer) {
        var text = answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed"))
                .body("errors[0].message", not(nullValue()))
                .extract()
                .asString();
        assertThat(text).doesNotContain("Exception", "com.fasterxml", "io.partner", "java.", "deserialize");
        return answer;
    }
}
