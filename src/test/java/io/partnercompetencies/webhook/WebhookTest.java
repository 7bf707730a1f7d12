package io.partnercompetencies.webhook;

import static io.partnercompetencies.PartnerFixture.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.partnercompetencies.Together;
import io.partnercompetencies.sync.WebhookJob;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner's own system is told of, and what becomes of it when that system fails. */
@QuarkusTest
class WebhookTest {

    private static final List<String> EVERYTHING = List.of(
            "competency.status-changed",
            "membership.changed",
            "alert.opened",
            "alert.cleared",
            "achievement.counted",
            "association.ended");

    @Inject
    PartnerFixture fixture;

    @Inject
    WebhookJob job;

    @Inject
    Events events;

    private TestReceiver receiver;
    private Partner contoso;

    @BeforeEach
    void a_partner_with_a_receiver() {
        receiver = new TestReceiver();
        contoso = fixture.partner();
    }

    @AfterEach
    void close() {
        Sql.change("delete from webhook");
        receiver.close();
    }

    @Test
    void an_achievement_is_told_of_when_it_counts_with_the_status_that_it_brings() {
        register(EVERYTHING);
        var ana = fixture.linkedEmployee(contoso);
        var exam = fixture.passesNow(ana, "70-345");
        deliver();
        assertThat(receiver.taken()).isEmpty();

        fixture.advance(Duration.ofHours(24));
        assertThat(deliver()).isEqualTo(receiver.taken().size());
        assertThat(receiver.types()).startsWith("achievement.counted", "competency.status-changed");
        assertThat(receiver.types()).containsOnlyOnce("achievement.counted");

        var counted = receiver.taken().get(0).event();
        assertThat(counted.path("specversion").asText()).isEqualTo("1.0");
        assertThat(counted.path("source").asText()).isEqualTo("/v1/organizations/" + contoso.id());
        assertThat(counted.path("subject").asText()).isEqualTo(exam);
        assertThat(counted.path("time").asText()).isEqualTo(fixture.now().toString());
        assertThat(counted.path("sequence").asText()).isEqualTo("0000000000000000001");
        assertThat(counted.at("/data/achievementId").asText()).isEqualTo(exam);
        assertThat(counted.at("/data/userId").asText()).isEqualTo(ana.id());
        assertThat(counted.at("/data/credential").asText()).isEqualTo("70-345");
        assertThat(counted.at("/data/countedAt").asText())
                .isEqualTo(fixture.now().toString());

        var changed = receiver.taken().get(1).event().path("data");
        assertThat(changed.path("competencyId").asText()).isEqualTo("messaging");
        assertThat(changed.path("from").asText()).isEqualTo("NOT_STARTED");
        assertThat(changed.path("to").asText()).isEqualTo("STARTED");
        assertThat(changed.at("/causes/0/code").asText()).isEqualTo("ACHIEVEMENT_COUNTS");
        assertThat(changed.at("/causes/0/achievements/0").asText()).isEqualTo(exam);
        assertThat(changed.at("/causes/0/people/0").asText()).isEqualTo(ana.id());
    }

    @Test
    void a_year_is_told_of_from_the_purchase_to_the_end() {
        register(EVERYTHING);
        var people = fixture.silverMember(contoso);
        deliver();
        assertThat(data("membership.changed"))
                .extracting(data ->
                        data.path("status").asText() + " " + data.path("cause").asText())
                .containsExactly("ACTIVE PURCHASE");
        assertThat(stages()).endsWith("QUALIFIED>ACTIVE MEMBERSHIP_CHANGES");

        fixture.leaves(people[0]);
        deliver();
        assertThat(data("association.ended"))
                .extracting(data ->
                        data.path("userId").asText() + " " + data.path("cause").asText())
                .containsExactly(people[0].id() + " USER_LEFT");
        assertThat(stages()).endsWith("ACTIVE>AT_RISK USER_LEFT");
        assertThat(data("alert.opened"))
                .extracting(data ->
                        data.path("cause").asText() + " " + data.at("/people/0").asText())
                .containsExactly("USER_LEFT " + people[0].id());
        assertThat(receiver.types()).containsSubsequence("association.ended", "alert.opened");

        fixture.passesMessaging(fixture.linkedEmployee(contoso));
        fixture.advance(Duration.ofHours(24));
        deliver();
        assertThat(data("alert.cleared")).hasSize(1);
        assertThat(stages()).endsWith("AT_RISK>ACTIVE ACHIEVEMENT_COUNTS");

        for (int days = 0; days < 400; days += 20) {
            fixture.advance(Duration.ofDays(20));
        }
        deliver();
        assertThat(data("membership.changed"))
                .extracting(data ->
                        data.path("status").asText() + " " + data.path("cause").asText())
                .containsExactly("ACTIVE PURCHASE", "GRACE DATE_PASSES", "EXPIRED DATE_PASSES");
        assertThat(data("alert.opened"))
                .extracting(data -> data.path("type").asText())
                .contains("RENEWAL_REMINDER");
    }

    @Test
    void what_does_not_happen_after_all_is_not_told() {
        register(EVERYTHING);
        var ana = fixture.linkedEmployee(contoso);
        Sql.change("create function too_slow() returns trigger language plpgsql as "
                + "$$ begin raise exception 'canceled' using errcode = '57014'; end $$");
        Sql.change("create trigger too_slow before update of evaluated_at on standing for each row when"
                + " (new.organization_id = '" + contoso.id() + "') execute function too_slow()");
        try {
            admin().delete(ana.path("")).then().statusCode(503);
        } finally {
            Sql.change("drop function too_slow cascade");
        }
        fixture.get(contoso.path("/events")).body("items.size()", is(0));
        fixture.leaves(ana);
        fixture.get(contoso.path("/events"))
                .body("items.type", contains("association.ended"))
                .body("items.sequence", contains("0000000000000000001"));
    }

    @Test
    void only_what_was_asked_for_is_sent_and_only_what_happens_from_then_on() {
        fixture.advance(Duration.ofHours(1));
        var ana = fixture.linkedEmployee(contoso);
        fixture.passesNow(ana, "70-345");
        fixture.advance(Duration.ofHours(24));
        somethingHappens();
        register(List.of("association.ended"));
        fixture.passesNow(ana, "70-347");
        fixture.advance(Duration.ofHours(24));
        deliver();
        assertThat(receiver.taken()).isEmpty();

        fixture.leaves(ana);
        deliver();
        assertThat(receiver.types()).containsExactly("association.ended");
    }

    @Test
    void a_delivery_is_signed_with_the_secret_that_was_given() {
        var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZI";
        admin().body(Map.of("url", receiver.url(), "events", EVERYTHING, "secret", secret))
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(201)
                .body("secret", is(secret));
        somethingHappens();
        deliver();
        var received = receiver.taken().get(0);
        assertThat(received.headers().get("type")).isEqualTo("application/cloudevents+json");
        assertThat(received.headers().get("target")).isEqualTo("/competencies?from=contoso");
        assertThat(received.headers().get("id"))
                .isEqualTo(received.event().path("id").asText());
        assertThat(received.headers().get("timestamp"))
                .isEqualTo(String.valueOf(fixture.now().getEpochSecond()));
        assertThat(received.headers().get("signature"))
                .isEqualTo(SigningSecret.of(secret)
                        .orElseThrow()
                        .signature(received.headers().get("id"), fixture.now().getEpochSecond(), received.body()));
    }

    @Test
    void a_receiver_that_fails_now_and_then_gets_every_event_in_order() {
        register(List.of("association.ended"));
        var calls = new AtomicInteger();
        receiver.answers(() -> calls.incrementAndGet() % 3 == 0 ? 500 : 204);
        var ended = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            var employee = fixture.employee(contoso);
            ended.add(fixture.association(employee, "LEARN"));
            fixture.leaves(employee);
        }
        for (int i = 0; i < 10; i++) {
            deliver();
            fixture.lapse(Duration.ofHours(1));
        }
        assertThat(receiver.refused()).isNotEmpty();
        assertThat(receiver.taken())
                .extracting(received -> received.event().path("subject").asText())
                .containsExactlyElementsOf(ended);
        assertThat(receiver.taken())
                .extracting(received -> received.event().path("sequence").asText())
                .isSorted()
                .doesNotHaveDuplicates();
        webhook().body("status", is("ACTIVE")).body("failingSince", nullValue()).body("lastFailure", nullValue());
    }

    @Test
    void what_is_more_than_a_turn_goes_on_with_the_next_one() {
        register(List.of("association.ended"));
        for (int i = 0; i < 60; i++) {
            somethingHappens();
        }
        assertThat(deliver()).isEqualTo(60);
        assertThat(receiver.taken())
                .extracting(received -> received.event().path("sequence").asText())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void several_copies_deliver_each_event_once() {
        register(EVERYTHING);
        for (int i = 0; i < 5; i++) {
            somethingHappens();
        }
        Together.times(8, i -> deliver());
        assertThat(receiver.taken()).hasSize(5);
        assertThat(receiver.taken())
                .extracting(received -> received.event().path("sequence").asText())
                .isSorted();
    }

    @Test
    void what_fails_is_tried_again_ever_more_rarely_and_paused_after_a_day() {
        register(EVERYTHING);
        receiver.answers(500);
        somethingHappens();
        var began = fixture.now();
        deliver();
        webhook()
                .body("status", is("ACTIVE"))
                .body("failingSince", is(began.toString()))
                .body("nextAttemptAt", is(began.plusSeconds(5).toString()))
                .body("lastFailure", containsString("500"));
        fixture.lapse(Duration.ofSeconds(4));
        deliver();
        assertThat(receiver.refused()).hasSize(1);
        fixture.lapse(Duration.ofSeconds(1));
        deliver();
        assertThat(receiver.refused()).hasSize(2);
        webhook().body("nextAttemptAt", is(fixture.now().plusSeconds(30).toString()));

        somethingHappens();
        deliver();
        assertThat(receiver.refused()).as("an event does not hurry it").hasSize(2);

        for (int i = 0; i < 30; i++) {
            fixture.lapse(Duration.ofHours(1));
            deliver();
        }
        webhook()
                .body("status", is("PAUSED"))
                .body("nextAttemptAt", nullValue())
                .body("failingSince", is(began.toString()));
        int attempts = receiver.refused().size();
        somethingHappens();
        fixture.lapse(Duration.ofDays(1));
        deliver();
        assertThat(receiver.refused()).hasSize(attempts);

        receiver.answers(204);
        test().body("delivered", is(true)).body("httpStatus", is(204)).body("failure", nullValue());
        assertThat(receiver.types()).containsExactly("webhook.test");
        deliver();
        assertThat(receiver.types())
                .containsExactly("webhook.test", "association.ended", "association.ended", "association.ended");
        webhook()
                .body("status", is("ACTIVE"))
                .body("deliveredAt", is(fixture.now().toString()));
    }

    @Test
    void a_receiver_that_is_gone_is_not_tried_again() {
        register(EVERYTHING);
        receiver.answers(410);
        somethingHappens();
        deliver();
        webhook().body("status", is("PAUSED")).body("lastFailure", containsString("410"));
    }

    @Test
    void a_redirect_is_not_followed() {
        register(EVERYTHING);
        receiver.answers(307);
        test().body("delivered", is(false)).body("httpStatus", is(307)).body("failure", containsString("redirect"));
        assertThat(receiver.refused()).hasSize(1);
    }

    @Test
    void a_receiver_that_hangs_or_is_not_there_is_a_failure_told_in_a_sentence() {
        register(EVERYTHING);
        receiver.answers(TestReceiver.NOTHING);
        test().body("delivered", is(false))
                .body("httpStatus", nullValue())
                .body("failure", containsString("did not answer within 10 seconds"));
        receiver.close();
        test().body("delivered", is(false)).body("failure", startsWith("The receiver could not be reached: "));
    }

    @Test
    void a_copy_that_stood_still_sets_nothing_back() {
        register(EVERYTHING);
        somethingHappens();
        var claim = UUID.randomUUID();
        Sql.change("update webhook set claim = ?, claimed_until = now()", claim);
        Sql.change(
                "update webhook set claimed_until = ?::timestamptz",
                fixture.now().plusSeconds(60).toString());
        deliver();
        assertThat(receiver.taken()).as("another copy is at work on it").isEmpty();
        fixture.lapse(Duration.ofSeconds(60));
        deliver();
        assertThat(receiver.taken()).as("and is not any more").hasSize(1);
        assertThat(Sql.number("select count(*) from webhook where claim is not null"))
                .isZero();
    }

    @Test
    void events_can_be_replayed_from_the_last_one_that_was_seen() {
        for (int i = 0; i < 3; i++) {
            somethingHappens();
        }
        var all = fixture.get(contoso.path("/events"))
                .statusCode(200)
                .body("totalCount", nullValue())
                .body("items.type", contains("association.ended", "association.ended", "association.ended"))
                .body("links.next", nullValue());
        List<String> ids = all.extract().path("items.id");
        fixture.get(contoso.path("/events?after=" + ids.get(0)))
                .statusCode(200)
                .body("items.id", contains(ids.get(1), ids.get(2)));
        String next = fixture.get(contoso.path("/events?size=2"))
                .body("items.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("links.next.uri");
        fixture.get(next).body("items.id", contains(ids.get(2)));
        fixture.get(contoso.path("/events?after=" + UUID.randomUUID()))
                .statusCode(400)
                .body("code", is("invalid-parameter"));
        fixture.get(fixture.partner().path("/events?after=" + ids.get(0))).statusCode(400);
    }

    @Test
    void the_secret_is_shown_once_even_to_who_repeats_the_call() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("url", receiver.url(), "events", EVERYTHING);
        String id = admin().header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("status", is("ACTIVE"))
                .extract()
                .path("id");
        admin().header("Idempotency-Key", key)
                .body(body)
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(201)
                .body("id", is(id))
                .body("secret", nullValue());
        fixture.get(contoso.path("/webhooks")).body("totalCount", is(1)).body("items[0].secret", nullValue());
        assertThat(Sql.number("select count(*) from audit_record where new_value::text like '%whsec_%'"))
                .isZero();
    }

    @Test
    void a_deleted_webhook_is_told_of_nothing() {
        register(EVERYTHING);
        String id = fixture.get(contoso.path("/webhooks")).extract().path("items[0].id");
        admin().delete(contoso.path("/webhooks/" + id)).then().statusCode(204);
        admin().delete(contoso.path("/webhooks/" + id)).then().statusCode(404);
        admin().post(contoso.path("/webhooks/" + id + "/test")).then().statusCode(404);
        somethingHappens();
        assertThat(deliver()).isZero();
        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void what_cannot_be_a_webhook_is_refused_with_a_sentence() {
        refused(Map.of("events", EVERYTHING), 422, "/url");
        refused(Map.of("url", receiver.url(), "events", List.of()), 422, "/events");
        refused(Map.of("url", receiver.url(), "events", List.of("user.created")), 400, "/events/0")
                .body("detail", containsString("association.ended"));
        for (var url : List.of(
                "partner.example",
                "ftp://partner.example/",
                "https:///x",
                "https://ana:pw@partner.example/",
                "https://x y/")) {
            refused(Map.of("url", url, "events", EVERYTHING), 422, "/url");
        }
        refused(Map.of("url", receiver.url(), "events", EVERYTHING, "secret", "whsec_short"), 422, "/secret");
        for (int i = 0; i < 20; i++) {
            register(EVERYTHING);
        }
        admin().body(Map.of("url", receiver.url(), "events", EVERYTHING))
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(422)
                .body("detail", containsString("20"));
    }

    @Test
    void old_events_are_forgotten_and_the_numbers_go_on() throws Throwable {
        somethingHappens();
        fixture.lapse(Duration.ofDays(31));
        tidy();
        fixture.get(contoso.path("/events")).body("items.size()", is(0));
        somethingHappens();
        fixture.get(contoso.path("/events"))
                .body("items.sequence", contains("0000000000000000002"))
                .body("items[0].data.associationId", notNullValue())
                .body("items[0].source", not(containsString("null")));
    }

    /** Other tests have left much behind. */
    private void tidy() throws Throwable {
        while (VertxContextSupport.subscribeAndAwait(() -> events.tidy(fixture.now())) > 0) {
            // Some at a time.
        }
    }

    private void register(List<String> types) {
        admin().body(Map.of("url", receiver.url(), "events", types))
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse refused(Map<String, ?> body, int status, String pointer) {
        return admin().body(body)
                .post(contoso.path("/webhooks"))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", is(pointer));
    }

    private void somethingHappens() {
        fixture.leaves(fixture.linkedEmployee(contoso));
    }

    private int deliver() {
        try {
            return VertxContextSupport.subscribeAndAwait(job::runOnce);
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }

    private ValidatableResponse webhook() {
        return fixture.get(contoso.path("/webhooks")).rootPath("items[0]");
    }

    private ValidatableResponse test() {
        String id = fixture.get(contoso.path("/webhooks")).extract().path("items[0].id");
        return admin().post(contoso.path("/webhooks/" + id + "/test")).then().statusCode(200);
    }

    private List<JsonNode> data(String type) {
        return receiver.taken().stream()
                .filter(received -> received.type().equals(type))
                .map(received -> received.event().path("data"))
                .toList();
    }

    private List<String> stages() {
        return data("competency.status-changed").stream()
                .filter(data -> data.path("competencyId").asText().equals("messaging")
                        && data.path("level").asText().equals("SILVER"))
                .map(data -> data.path("from").asText() + ">" + data.path("to").asText() + " "
                        + data.at("/causes/0/code").asText())
                .toList();
    }
}
