package io.partnercompetencies.http;

import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses {@code ?asOf=}: the framework takes an empty value for none, and a client that lost the value on its way would
 * be answered something else than it asked for. What the call does not know stays ignored.
 */
@Singleton
class EmptyParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuse(ContainerRequestContext call, ResourceInfo resource) {
        var sent = call.getUriInfo().getQueryParameters();
        if (sent.isEmpty()) {
            return;
        }
        for (var name : known.computeIfAbsent(resource.getResourceMethod(), EmptyParameters::parameters)) {
            if (sent.containsKey(name) && sent.get(name).contains("")) {
                throw Refusal.invalidParameter(name, name + " is empty; give it a value, or leave it out.");
            }
        }
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(EmptyParameters::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(QueryParam.class))
                    .map(field -> field.getAnnotation(QueryParam.class).value());
        }
        return Stream.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
