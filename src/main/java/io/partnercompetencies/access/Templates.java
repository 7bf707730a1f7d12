package io.partnercompetencies.access;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** The path of a resource method as its annotations declare it, whatever the request's own path looks like. */
final class Templates {

    private static final ConcurrentHashMap<List<Object>, String> KNOWN = new ConcurrentHashMap<>();

    private Templates() {}

    static String of(SimpleResourceInfo resource) {
        var key = List.<Object>of(
                resource.getResourceClass(), resource.getMethodName(), List.of(resource.parameterTypes()));
        return KNOWN.computeIfAbsent(key, unseen -> read(resource));
    }

    private static String read(SimpleResourceInfo resource) {
        try {
            Method method =
                    resource.getResourceClass().getDeclaredMethod(resource.getMethodName(), resource.parameterTypes());
            return Stream.of(resource.getResourceClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                    .flatMap(path -> Optional.ofNullable(path).stream())
                    .flatMap(path -> Arrays.stream(path.value().split("/(?![^{]*})")))
                    .filter(segment -> !segment.isEmpty())
                    .map(segment -> "/" + segment)
                    .collect(Collectors.joining());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No such resource method: " + resource.getMethodName(), e);
        }
    }
}
