package io.partnercompetencies.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls of every kind about people, right and wrong ones, and all that they say of them, which no log may repeat. */
final class LoggedRun {

    private static final int AT_ONCE = 8;

    static final String PASSWORD = "the-password-of-the-run";

    private static final Pattern MEMBER = Pattern.compile("\"(id|userName|temporaryPassword)\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Random random = new Random(7);
    private final Set<String> personal = ConcurrentHashMap.newKeySet();
    private final Map<String, String> journeys = new ConcurrentHashMap<>();
    private final String organization;

    LoggedRun(String service) throws IOException {
        this.service = service;
        personal.add(PASSWORD);
        organization = FirstCompany.in(service, PASSWORD);
    }

    /** Names, addresses, user names and passwords. */
    Collection<String> personal() {
        return personal;
    }

    /** The correlation id of each request, by the request's own. */
    Map<String, String> journeys() {
        return journeys;
    }

    /** Somebody comes, is linked, earns, errs, is imported again, and some leave and are forgotten. */
    void person(int number) throws Exception {
        var first = word();
        var email = word() + "@" + word() + ".example";
        var account = word() + "@outlook.example";
        var newcomer = json("firstName", first, "lastName", word(), "displayName", word(), "email", email);
        var made = send("POST", organization + "/users", newcomer);
        var user = organization + "/users/" + member("id", made);
        var userName = told(member("userName", made));
        var password = told(member("temporaryPassword", made));
        send("POST", organization + "/users", newcomer);
        var link = json("account", account, "kind", "LEARN");
        send("POST", user + "/microsoft-accounts", link);
        send("POST", user + "/microsoft-accounts", json("account", told(word() + "@outlook.example"), "kind", "LEARN"));
        var exam =
                json("account", account, "type", "EXAM", "credential", "70-345", "achievedAt", "2026-10-02T15:30:00Z");
        send("POST", "/v1/achievements", exam);
        send("POST", "/v1/achievements", exam.replace("EXAM", "CERTIFICATION"));
        send("POST", "/v1/achievements/batch", "[" + exam + "," + exam.replace("2026", "2036") + "]");
        as(userName, password, "GET", "/v1/me", null);
        as(userName, told(word()), "GET", "/v1/me", null);
        as(email, told(word()), "GET", "/v1/me", null);
        wrong(first, email, account, user);
        reads(email, account, user);
        if (number % 5 == 0) {
            imports(email, account);
            var chosen = told("a password of " + word());
            as(userName, password, "POST", "/v1/me/password", json("currentPassword", password, "newPassword", chosen));
            as(userName, chosen, "GET", "/v1/me", null);
            send("DELETE", user, null);
            send("DELETE", user + "/personal-data", null);
        }
    }

    private void wrong(String first, String email, String account, String user) throws Exception {
        send("POST", organization + "/users", "{\"email\":\"" + email + "\",\"firstName\":");
        send("POST", organization + "/users", json("firstName", first, email, email));
        send("POST", organization + "/users", json("email", email, "roles", first));
        send("PATCH", user, json("email", first + " at " + email));
        send("POST", "/v1/achievements", json("account", account, "type", first, "achievedAt", email));
        send("GET", organization + "/users/" + encoded(email), null);
        send("GET", "/v1/" + encoded(account) + "?email=" + encoded(email), null);
        send("GET", organization + "/users?size=" + encoded(email), null);
        send("GET", organization + "/users?cursor=" + encoded(first), null);
    }

    void reads(String email, String account, String user) throws Exception {
        send("GET", organization + "/users?q=" + encoded(email), null);
        send("GET", "/v1/achievements?account=" + encoded(account), null);
        send("GET", user, null);
        send("GET", organization + "/skills-report", null);
        send("GET", organization + "/audit-records", null);
    }

    private void imports(String email, String account) throws Exception {
        send(
                "POST",
                organization + "/user-imports",
                "firstName,lastName,displayName,email,roles\n%s,%s,%s,%s,\n%s,,,%s,nothing\n"
                        .formatted(word(), word(), word(), told(word() + "@contoso.example"), word(), email));
        send(
                "POST",
                "/v1/achievement-imports",
                "account,type,credential,achievedAt\n%s,EXAM,70-347,2026-10-02T15:30:00Z\n%s,EXAM,%s,never\n"
                        .formatted(account, account, word()));
    }

    /** Several at once, until so many were made in all. */
    void untilCalls(int all) throws Exception {
        var somebody = organization + "/users?q=" + encoded(word() + "@contoso.example");
        var callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var caller : callers.invokeAll(Collections.nCopies(AT_ONCE, () -> search(somebody, all)))) {
                caller.get();
            }
        } finally {
            callers.shutdown();
        }
    }

    private Void search(String path, int all) throws Exception {
        while (journeys.size() < all) {
            send("GET", path, null);
        }
        return null;
    }

    private String word() {
        return told(random.ints(9, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining("", "Q", "x")));
    }

    private String told(String text) {
        personal.add(text);
        return text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String... namesAndValues) {
        var members = Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(i -> "\"" + namesAndValues[i] + "\":\"" + namesAndValues[i + 1] + "\"");
        return members.collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(String name, String answer) {
        return MEMBER.matcher(answer)
                .results()
                .filter(found -> found.group(1).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + answer))
                .group(2);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        return as("admin", PASSWORD, method, path, body);
    }

    private String as(String name, String password, String method, String path, String body)
            throws IOException, InterruptedException {
        var number = numbers.incrementAndGet();
        var id = "call-" + number;
        var journey = "journey-" + number / 10;
        journeys.put(id, journey);
        var credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        var type = body == null || "[{".indexOf(body.charAt(0)) >= 0 ? "application/json" : "text/csv";
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", type)
                .header("User-Agent", told("agent-of-" + name))
                .header("MS-RequestId", id)
                .header("MS-CorrelationId", journey)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new AssertionError(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }
}
