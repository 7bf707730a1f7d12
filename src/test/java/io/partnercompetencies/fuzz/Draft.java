package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that is still being made, and may still be bent. */
final class Draft {

    final Call call;
    final Caller caller;
    final Map<String, String> place;

    /** As they stand in the address. */
    final Map<String, String> segments = new HashMap<>();

    final List<String> query = new ArrayList<>();
    final List<Map.Entry<String, String>> headers = new ArrayList<>();
    String method;
    String path;
    String authorization;
    JsonNode json;
    byte[] body;
    String fault;
    boolean isAstray;
    boolean isMonstrous;

    Draft(Call call, Caller caller, Map<String, String> place) {
        this.call = call;
        this.caller = caller;
        this.place = place;
        this.method = call.method();
        this.path = call.path();
        this.authorization = caller == null ? null : caller.authorization();
        place.forEach((name, id) -> segments.put(name, encoded(id)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    void header(String name, String value) {
        headers.removeIf(header -> header.getKey().equals(name));
        if (value != null) {
            headers.add(Map.entry(name, value));
        }
    }

    boolean hasBody() {
        return json != null || body != null;
    }

    String target() {
        var filled = path;
        for (var segment : segments.entrySet()) {
            filled = filled.replace("{" + segment.getKey() + "}", segment.getValue());
        }
        return filled + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
    }

    Request request() {
        var all = new ArrayList<>(headers);
        if (authorization != null) {
            all.add(0, Map.entry("Authorization", authorization));
        }
        var sent = body != null || json == null ? body : json.toString().getBytes(StandardCharsets.UTF_8);
        return new Request(call, place, caller, method, target(), List.copyOf(all), sent, isAstray, isMonstrous, fault);
    }
}
