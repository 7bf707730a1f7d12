package io.partnercompetencies.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;

/** The name of the query, path or header parameter that a violation is about; none when it is about the body. */
final class Parameter {

    /** Quarkus extends resources with its interceptors; the copies of the methods have no annotations. */
    private static final String GENERATED = "_Subclass";

    private static final String[] HOMES = {"jakarta.ws.rs.", "org.jboss.resteasy.reactive."};

    private Parameter() {}

    static Optional<String> of(ConstraintViolation<?> violation) {
        Path.MethodNode method = null;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                var parameter = node.as(Path.ParameterNode.class);
                return isBody(violation.getRootBeanClass(), method, parameter)
                        ? Optional.empty()
                        : Optional.of(last(violation.getPropertyPath()));
            }
        }
        return Optional.empty();
    }

    /** The body is the one parameter that no annotation of Jakarta REST says the origin of. */
    private static boolean isBody(Class<?> resource, Path.MethodNode method, Path.ParameterNode parameter) {
        return declared(resource, method)
                .map(annotations -> Arrays.stream(annotations[parameter.getParameterIndex()])
                        .noneMatch(Parameter::saysTheOrigin))
                .orElse(true);
    }

    private static Optional<Annotation[][]> declared(Class<?> resource, Path.MethodNode method) {
        var types = method.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().endsWith(GENERATED)) {
                continue;
            }
            try {
                return Optional.of(
                        type.getDeclaredMethod(method.getName(), types).getParameterAnnotations());
            } catch (NoSuchMethodException e) {
                // The method may be inherited.
            }
        }
        return Optional.empty();
    }

    private static boolean saysTheOrigin(Annotation annotation) {
        var name = annotation.annotationType().getName();
        return Arrays.stream(HOMES).anyMatch(name::startsWith);
    }

    private static String last(Path path) {
        String name = "";
        for (var node : path) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }
}
