package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/** Requests that the document allows, about what is known to exist. */
final class Requests {

    private static final String[] LANGUAGES = {"en", "es", "de-CH, de;q=0.5", "pt, zh;q=0.2", "xx", "*"};

    private final List<Call> calls;
    private final Known known;
    private final Values values;
    private final ImportFiles files;

    Requests(Document document, Known known) {
        this.calls = document.calls();
        this.known = known;
        this.values = new Values(known);
        this.files = new ImportFiles(values);
    }

    Draft any(Random random) {
        return of(calls.get(random.nextInt(calls.size())), random);
    }

    /** To this call, by somebody who mostly may. */
    Draft of(Call call, Random random) {
        var caller = caller(call, random);
        var draft = new Draft(call, caller, place(call, caller, random));
        call.parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean() || random.nextInt(4) == 0)
                .forEach(parameter -> query(draft, parameter, random));
        headers(draft, random);
        body(draft, random);
        return draft;
    }

    private Caller caller(Call call, Random random) {
        if (call.changesPassword()) {
            return known.callers()
                    .withTemporaryPassword()
                    .or(() -> known.callers().any(random))
                    .orElse(Caller.ADMIN);
        }
        return random.nextInt(4) > 0
                ? Caller.ADMIN
                : known.callers().any(random).orElse(Caller.ADMIN);
    }

    private Map<String, String> place(Call call, Caller caller, Random random) {
        var place = new HashMap<>(known.place(call.place(), own(caller, random), random)
                .or(() -> known.place(call.place(), any -> true, random))
                .orElseGet(() -> parent(call, caller, random)));
        call.parameters("path").forEach(parameter -> {
            var name = parameter.path("name").asText();
            boolean isCode = !call.resolve(parameter.path("schema"))
                    .path("format")
                    .asText()
                    .equals("uuid");
            if (isCode && random.nextBoolean() || !place.containsKey(name)) {
                place.put(name, values.word(name, random, new UUID(random.nextLong(), random.nextLong()).toString()));
            }
        });
        return place;
    }

    /** Where nothing of this kind is known yet. */
    private Map<String, String> parent(Call call, Caller caller, Random random) {
        return known.place("/v1/organizations/{organizationId}", own(caller, random), random)
                .filter(any -> call.path().contains("{organizationId}"))
                .orElse(Map.of());
    }

    private static Predicate<Map<String, String>> own(Caller caller, Random random) {
        boolean oneself = random.nextBoolean();
        return place -> caller.organizationId() == null
                || caller.organizationId().equals(place.get("organizationId"))
                        && (!oneself
                                || caller.userId() == null
                                || place.getOrDefault("userId", caller.userId()).equals(caller.userId()));
    }

    private void query(Draft draft, JsonNode parameter, Random random) {
        var name = parameter.path("name").asText();
        if (name.equals("cursor") && random.nextInt(4) > 0) {
            return;
        }
        var value = name.equals("mpnId")
                ? values.word(name, random, "1")
                : values.of(draft.call, parameter.path("schema"), name, draft.caller, random)
                        .asText();
        draft.query.add(name + "=" + Draft.encoded(value));
    }

    private void headers(Draft draft, Random random) {
        if (random.nextInt(4) == 0) {
            draft.header("Accept-Language", LANGUAGES[random.nextInt(LANGUAGES.length)]);
        }
        if (random.nextInt(10) == 0) {
            draft.header("MS-RequestId", UUID.randomUUID().toString());
        }
        if (draft.call.takesHeader("Idempotency-Key") && random.nextInt(5) == 0) {
            draft.header("Idempotency-Key", "key " + random.nextLong());
        }
        for (var header : List.of("If-Match", "If-None-Match")) {
            if (draft.call.takesHeader(header) && random.nextInt(4) == 0) {
                known.tag(draft.target()).ifPresent(tag -> draft.header(header, tag));
            }
        }
        var content =
                draft.call.answer(200).map(answer -> answer.path("content")).map(JsonNode::propertyStream);
        if (random.nextInt(3) == 0) {
            content.flatMap(types ->
                            types.map(Map.Entry::getKey).reduce((one, other) -> random.nextBoolean() ? one : other))
                    .ifPresent(type -> draft.header("Accept", type));
        }
    }

    private void body(Draft draft, Random random) {
        var bodies = List.copyOf(draft.call.bodies().entrySet());
        if (bodies.isEmpty()) {
            return;
        }
        var chosen = bodies.get(random.nextInt(bodies.size()));
        draft.header("Content-Type", chosen.getKey());
        if (draft.call.takesJson()) {
            draft.json = values.of(draft.call, chosen.getValue(), "", draft.caller, random);
        } else {
            draft.body = files.of(chosen.getKey(), draft, random);
        }
    }
}
