package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Who can sign in, as the answers have told. */
final class Callers {

    private static final int MOST = 40;

    private final List<Caller> ready = new ArrayList<>();
    private final Deque<Caller> temporary = new ArrayDeque<>();

    /** Somebody who may do something, other than the administrator. */
    Optional<Caller> any(Random random) {
        return ready.isEmpty() ? Optional.empty() : Optional.of(ready.get(random.nextInt(ready.size())));
    }

    /** Somebody whose password is to be changed, once. */
    Optional<Caller> withTemporaryPassword() {
        return Optional.ofNullable(temporary.pollLast());
    }

    Optional<Caller> withTemporaryPasswordStill() {
        return Optional.ofNullable(temporary.peekFirst());
    }

    /** Whoever cannot sign in any more: trying again would lock the name. */
    void forget(String authorization) {
        ready.removeIf(caller -> caller.authorization().equals(authorization));
        temporary.removeIf(caller -> caller.authorization().equals(authorization));
    }

    void learn(Request request, JsonNode answer) {
        var credentials = answer.has("credentials") ? answer.get("credentials") : answer;
        if (credentials.has("temporaryPassword")) {
            var userId = answer.has("id")
                    ? answer.get("id").asText()
                    : request.place().get("userId");
            add(
                    temporary,
                    new Caller(
                            credentials.get("userName").asText(),
                            credentials.get("temporaryPassword").asText(),
                            request.place().get("organizationId"),
                            userId));
        }
        if (answer.has("secret") && answer.has("userName")) {
            ready(new Caller(
                    answer.get("userName").asText(),
                    answer.get("secret").asText(),
                    answer.path("organizationId").asText(null),
                    null));
        }
        if (request.call().changesPassword()) {
            ready.removeIf(one -> one.userName().equals(request.caller().userName()));
            ready(request.caller().with(newPassword(request)));
        }
    }

    private static String newPassword(Request request) {
        try {
            return new ObjectMapper()
                    .readTree(request.body())
                    .path("newPassword")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException("was accepted, and is no JSON", e);
        }
    }

    private void ready(Caller caller) {
        ready.add(caller);
        if (ready.size() > MOST) {
            ready.remove(MOST / 4);
        }
    }

    private static void add(Deque<Caller> all, Caller caller) {
        all.addLast(caller);
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }
}
