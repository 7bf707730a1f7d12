package io.partnercompetencies.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of the running call without scheme and host, which a proxy may have changed; parameters by name. */
final class RelativeUri {

    private RelativeUri() {}

    static String of(UriInfo uri) {
        return path(uri) + query(new TreeMap<>(uri.getQueryParameters()));
    }

    /** The same address with one parameter set. */
    static String of(UriInfo uri, String name, String value) {
        var parameters = new TreeMap<String, List<String>>(uri.getQueryParameters());
        parameters.put(name, List.of(value));
        return path(uri) + query(parameters);
    }

    private static String path(UriInfo uri) {
        return Arrays.stream(uri.getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> "/" + encoded(segment))
                .collect(Collectors.joining());
    }

    private static String query(TreeMap<String, List<String>> parameters) {
        var pairs = new ArrayList<String>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
