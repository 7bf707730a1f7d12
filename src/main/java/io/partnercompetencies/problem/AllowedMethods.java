package io.partnercompetencies.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods that an address answers. A 405 must name them (RFC 9110, 15.5.6), and the framework leaves them out. */
@Singleton
class AllowedMethods {

    /** One method of one resource. */
    private record Call(Pattern path, String method) {}

    private final List<Call> calls;

    AllowedMethods(BeanManager beans) {
        calls = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(AllowedMethods::calls)
                .toList();
    }

    /** As the header names them. */
    String of(RoutingContext request) {
        return String.join(", ", methods(request));
    }

    /** The framework says of many an address that there is nothing, when there is nothing for this method. */
    boolean isAnsweredToOthers(RoutingContext request) {
        var methods = methods(request);
        return methods.size() > 1
                && !methods.contains(request.request().method().name());
    }

    private Set<String> methods(RoutingContext request) {
        var path = request.normalizedPath().replaceAll(";[^/]*", "").replaceAll("(?<=.)/+$", "");
        var methods = new TreeSet<>(List.of("OPTIONS"));
        calls.stream()
                .filter(call -> call.path().matcher(path).matches())
                .map(Call::method)
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Stream<Call> calls(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> new Call(path(method), verb.value()));
    }

    private static Pattern path(Method method) {
        var path = new StringBuilder();
        Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(part -> Optional.ofNullable(part).stream())
                .flatMap(part -> Arrays.stream(part.value().split("/(?![^{]*})")))
                .filter(segment -> !segment.isEmpty())
                .forEach(
                        segment -> path.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment)));
        return Pattern.compile(path.toString());
    }
}
