package io.partnercompetencies.http;

import java.util.List;
import java.util.regex.Pattern;

/** How large the body of a call may be: the table, to which a later address adds its line. */
final class BodyLimits {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;
    private static final long OTHERS = 64 * KILOBYTE;

    private record Limit(String method, Pattern path, long bytes, boolean isStreamed) {

        static Limit of(String method, String template, long bytes) {
            return new Limit(method, Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?"), bytes, false);
        }

        Limit streamed() {
            return new Limit(method, path, bytes, true);
        }

        boolean concerns(String method, String path) {
            return this.method.equals(method) && this.path.matcher(path).matches();
        }
    }

    private static final List<Limit> LIMITS = List.of(
            Limit.of("POST", "/v1/achievements/batch", MEGABYTE),
            Limit.of("POST", "/v1/achievement-imports", 2048 * MEGABYTE).streamed(),
            Limit.of("PUT", "/v1/organizations/{organizationId}/performance", 4 * MEGABYTE),
            Limit.of("POST", "/v1/organizations/{organizationId}/user-imports", 16 * MEGABYTE)
                    .streamed());

    private BodyLimits() {}

    static long bytes(String method, String path) {
        return LIMITS.stream()
                .filter(limit -> limit.concerns(method, path))
                .mapToLong(Limit::bytes)
                .findFirst()
                .orElse(OTHERS);
    }

    /** Whether the resource reads the body while it arrives. */
    static boolean isStreamed(String method, String path) {
        return LIMITS.stream().anyMatch(limit -> limit.isStreamed() && limit.concerns(method, path));
    }
}
