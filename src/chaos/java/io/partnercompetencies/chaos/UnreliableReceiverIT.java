package io.partnercompetencies.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.ChaosPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Events reach a receiver that fails, hangs and dies, while copies of the service are killed at it. */
class UnreliableReceiverIT {

    private static final String SCENARIO = "a receiver fails, hangs and dies";
    private static final int ORGANIZATIONS = 12;
    private static final int EVENTS = 20;
    private static final long DEAD_MILLIS = 8_000;

    private static final Map<String, String> SETTINGS = Map.of("COMPETENCIES_WEBHOOKS_ALLOW_PRIVATE", "true");

    @Test
    void every_event_arrives_in_the_order_of_its_organization() throws Exception {
        var copies = new ArrayList<Copy>();
        try (var server = ChaosPostgres.start("receiver");
                var receiver = new UnreliableReceiver()) {
            var database = server.database("partners");
            copies.addAll(Copy.start(database, SETTINGS, "one", "two"));
            var api = copies.get(0).api;
            var organizations = new ArrayList<String>();
            for (int i = 0; i < ORGANIZATIONS; i++) {
                organizations.add(organization(api, i, receiver.url()));
            }
            long from = System.nanoTime();
            for (int event = 0; event < EVENTS; event++) {
                for (var organization : organizations) {
                    somebodyComesAndGoes(api, organization, event);
                }
                if (event == EVENTS / 3) {
                    copies.remove(1).kill9();
                    copies.addAll(Copy.start(database, SETTINGS, "two-again"));
                }
                if (event == EVENTS / 2) {
                    receiver.die();
                    Thread.sleep(DEAD_MILLIS);
                    receiver.liveAgain();
                }
            }
            Eventually.within(
                    Eventually.seconds(420),
                    "every event has arrived",
                    () -> receiver.takenInAll() >= ORGANIZATIONS * EVENTS);
            Figures.add(SCENARIO, "events, each of which arrived", receiver.takenInAll(), "events");
            Figures.add(SCENARIO, "until the last of them arrived", Figures.seconds(from), "s");
            Figures.add(SCENARIO, "deliveries answered 500", receiver.failed(), "calls");
            Figures.add(SCENARIO, "deliveries never answered", receiver.unanswered(), "calls");
            Figures.add(SCENARIO, "deliveries of what had arrived already", receiver.repeated(), "calls");
            for (var organization : organizations) {
                assertThat(receiver.taken(organization))
                        .hasSize(EVENTS)
                        .containsExactlyElementsOf(events(api, organization));
            }
            assertThat(receiver.improper()).isEmpty();
            assertThat(receiver.unanswered()).isEqualTo(ORGANIZATIONS);
        } finally {
            copies.forEach(Copy::close);
        }
    }

    private static String organization(Api api, int number, String url) throws IOException {
        var id = api.post(
                        "/v1/organizations",
                        Map.of("mpnId", "7" + number, "name", "Fabrikam", "country", "ES", "market", "DEVELOPED"),
                        null)
                .id();
        var made = api.post(
                "/v1/organizations/" + id + "/webhooks",
                Map.of("url", url, "events", List.of("association.ended"), "secret", UnreliableReceiver.SECRET),
                null);
        assertThat(made.status()).isEqualTo(201);
        return id;
    }

    private static void somebodyComesAndGoes(Api api, String organization, int event) throws IOException {
        var users = "/v1/organizations/" + organization + "/users";
        var name = "ana-" + event + "-" + organization + "@fabrikam.example";
        var user = api.post(
                        users, Map.of("firstName", "Ana", "lastName", "F", "displayName", "Ana", "email", name), null)
                .id();
        var accounts = users + "/" + user + "/microsoft-accounts";
        var association = api.post(accounts, Map.of("account", name, "kind", "LEARN"), null)
                .id();
        assertThat(api.delete(accounts + "/" + association).status()).isEqualTo(204);
    }

    private static List<String> events(Api api, String organization) throws IOException {
        var page = api.get("/v1/organizations/" + organization + "/events?size=200");
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(event -> event.path("id").asText())
                .toList();
    }
}
