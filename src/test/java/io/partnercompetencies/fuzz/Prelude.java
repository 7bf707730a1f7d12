package io.partnercompetencies.fuzz;

import java.util.Random;

/** Enough of a programme for every call to have something to be about. */
final class Prelude {

    private static final String ORGANIZATION = "/v1/organizations/{organizationId}";
    private static final String USER = ORGANIZATION + "/users/{userId}";

    private Prelude() {}

    static void play(Fuzzed service, Random random) throws Exception {
        send(service, "GET /v1/competencies", 2, random);
        send(service, "GET /v1/credentials", 6, random);
        send(service, "POST /v1/organizations", 15, random);
        send(service, "POST " + ORGANIZATION + "/users", 80, random);
        send(service, "POST /v1/me/password", 25, random);
        send(service, "POST /v1/service-accounts", 20, random);
        send(service, "POST " + USER + "/microsoft-accounts", 100, random);
        send(service, "POST /v1/achievements", 150, random);
        send(service, "POST /v1/achievements/batch", 30, random);
        send(service, "PUT " + ORGANIZATION + "/performance", 30, random);
        send(service, "POST " + ORGANIZATION + "/locations", 20, random);
        send(service, "POST " + ORGANIZATION + "/overrides", 40, random);
        send(service, "POST " + ORGANIZATION + "/webhooks", 30, random);
        send(service, "PUT " + ORGANIZATION + "/attestations/{attestation}", 20, random);
        send(service, "POST " + ORGANIZATION + "/subscriptions", 60, random);
        Lapsed.all(service.folder());
        send(service, "POST " + ORGANIZATION + "/subscriptions/{subscriptionId}/renewal", 20, random);
        send(service, "DELETE " + USER, 15, random);
        send(service, "DELETE " + USER + "/personal-data", 30, random);
        for (int i = 0; i < 10; i++) {
            service.send(service.allowed(50, random));
        }
    }

    private static void send(Fuzzed service, String call, int times, Random random) throws InterruptedException {
        service.send(service.allowed(call, times, random));
    }
}
