package io.partnercompetencies.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is sent.
 *
 * @param call what it was made for
 * @param place the parameters of its path, as they were chosen
 * @param caller null for nobody
 * @param isAstray whether method or path were bent, so that it need not reach that call
 * @param isMonstrous whether it is so large or so odd that the connection may not outlive it
 * @param fault what was done to it; null for one that is meant to be accepted
 */
record Request(
        Call call,
        Map<String, String> place,
        Caller caller,
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        boolean isAstray,
        boolean isMonstrous,
        String fault) {

    /** It would change something if it was accepted. */
    boolean writes() {
        return !method.equals("GET") && !method.equals("HEAD") || target.contains("/log");
    }

    /** To be tried by hand; bytes that no shell takes are written with their numbers. */
    String curl(String baseUrl) {
        var all = headers.stream()
                .map(header -> " -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining());
        return "curl -i --path-as-is -X " + method + all
                + (body == null ? "" : " --data-binary " + quoted(new String(body, StandardCharsets.UTF_8)))
                + " " + quoted(baseUrl + target);
    }

    private static String quoted(String text) {
        var shown = text.chars()
                .mapToObj(c ->
                        c == '\'' ? "\\x27" : c == '\\' ? "\\\\" : c < ' ' ? "\\x%02x".formatted(c) : "" + (char) c)
                .collect(Collectors.joining());
        var bounded = shown.length() > 3000 ? shown.substring(0, 3000) + "…(" + shown.length() + ")" : shown;
        return (bounded.contains("\\") ? "$" : "") + "'" + bounded + "'";
    }
}
