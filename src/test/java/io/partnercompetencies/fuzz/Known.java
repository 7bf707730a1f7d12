package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What accepted answers have told: what exists and where, words that members have had, entity tags, and who can sign in. */
final class Known {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many of a kind are remembered; of more, the latest. */
    private static final int MOST = 300;

    private static final int LONGEST_WORD = 120;

    private final List<String> templates;
    private final Map<String, List<Map<String, String>>> places = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Callers callers = new Callers();

    Known(Document document) {
        templates = document.calls().stream()
                .map(Call::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
    }

    Callers callers() {
        return callers;
    }

    /** One of the places of this kind that are as wanted, often one of the latest. */
    Optional<Map<String, String>> place(String template, Predicate<Map<String, String>> wanted, Random random) {
        return pick(
                places.getOrDefault(template, List.of()).stream().filter(wanted).toList(), random);
    }

    Optional<String> word(String member, Random random) {
        return pick(words.getOrDefault(member, List.of()), random);
    }

    Optional<String> tag(String target) {
        return Optional.ofNullable(tags.get(target));
    }

    private static <T> Optional<T> pick(List<T> all, Random random) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int latest = random.nextInt(3) > 0 ? Math.min(all.size(), 15) : all.size();
        return Optional.of(all.get(all.size() - 1 - random.nextInt(latest)));
    }

    void learn(Request request, Answer answer) {
        if (answer.status() == 401 || answer.status() == 429) {
            request.headers().stream()
                    .filter(header -> header.getKey().equals("Authorization"))
                    .forEach(header -> callers.forget(header.getValue()));
        }
        if (!answer.isAccepted() || request.isAstray()) {
            return;
        }
        answer.header("Location").ifPresent(this::visit);
        answer.header("ETag").ifPresent(tag -> {
            tags.put(request.target(), tag);
            remember(words, "ETag", tag);
        });
        var body = read(answer);
        callers.learn(request, body);
        listen(body);
        Stream.concat(Stream.of(body), body.path("items").valueStream()).forEach(thing -> place(request, thing));
    }

    private static JsonNode read(Answer answer) {
        try {
            return Call.isJson(answer.mediaType()) ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    /** What a call shows lies beneath its own address, under its id or the member that the address is named after. */
    private void place(Request request, JsonNode thing) {
        templates.stream()
                .filter(template -> template.startsWith(request.call().path() + "/{"))
                .filter(template -> template.indexOf('}', request.call().path().length()) == template.length() - 1)
                .forEach(template -> {
                    var name = template.substring(request.call().path().length() + 2, template.length() - 1);
                    Stream.of(name, "id")
                            .map(thing::path)
                            .filter(JsonNode::isTextual)
                            .findFirst()
                            .ifPresent(id -> add(template, with(request.place(), name, id.asText())));
                });
    }

    private void visit(String location) {
        for (var template : templates) {
            var names = Stream.of(template.split("/"))
                    .filter(part -> part.startsWith("{"))
                    .map(part -> part.substring(1, part.length() - 1))
                    .toList();
            var matcher =
                    Pattern.compile(template.replaceAll("\\{[^}]+}", "([^/]+)")).matcher(location);
            if (matcher.matches()) {
                var place = new HashMap<String, String>();
                names.forEach(name -> place.put(name, matcher.group(names.indexOf(name) + 1)));
                add(template, place);
            }
        }
    }

    private static Map<String, String> with(Map<String, String> place, String name, String id) {
        var all = new HashMap<>(place);
        all.put(name, id);
        return all;
    }

    private void add(String template, Map<String, String> place) {
        remember(places, template, place);
        place.forEach((name, id) -> remember(words, name, id));
    }

    private void listen(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isTextual()) {
                    remember(words, member.getKey(), member.getValue().asText());
                }
                member.getValue()
                        .valueStream()
                        .filter(item -> member.getValue().isArray() && item.isTextual())
                        .forEach(item -> remember(words, member.getKey(), item.asText()));
            });
        }
        if (node.path("links").has("next")) {
            var uri = node.at("/links/next/uri").asText();
            remember(words, "cursor", uri.replaceFirst(".*[?&]cursor=([^&]*).*", "$1"));
        }
        node.forEach(this::listen);
    }

    private static <T> void remember(Map<String, List<T>> all, String key, T one) {
        if (one instanceof String text && text.length() > LONGEST_WORD) {
            return;
        }
        var known = all.computeIfAbsent(key, unseen -> new ArrayList<>());
        if (!known.contains(one)) {
            known.add(one);
            if (known.size() > MOST) {
                known.remove(known.size() / 2);
            }
        }
    }
}
