package io.partnercompetencies.http;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths as the annotations of resources declare them, such as {@code /v1/organizations/{organizationId}}. */
public final class Addresses {

    private Addresses() {}

    public static String of(Class<?> resource, Method method) {
        return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(path -> Optional.ofNullable(path).stream())
                .flatMap(path -> Arrays.stream(path.value().split("/(?![^{]*})")))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> "/" + segment)
                .collect(Collectors.joining());
    }
}
