package io.partnercompetencies.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Broken Bean Validation constraints: 422 in a body, 400 in a parameter, 500 in what we answer ourselves. */
final class Violations {

    private static final int MOST = 50;

    private Violations() {}

    static Refusal refusal(ConstraintViolationException failure) {
        var errors = failure.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(Refusal.Error::pointer).thenComparing(Refusal.Error::message))
                .limit(MOST)
                .toList();
        boolean ours = failure.getConstraintViolations().stream().anyMatch(Violations::isOfAnAnswer);
        if (ours) {
            return new Refusal(Code.INTERNAL, "Something went wrong on our side. Tell us the requestId.");
        }
        boolean inParameter = failure.getConstraintViolations().stream()
                .anyMatch(v -> Parameter.of(v).isPresent());
        return refusal(inParameter ? Code.INVALID_PARAMETER : Code.INVALID, errors);
    }

    private static Refusal refusal(Code code, List<Refusal.Error> errors) {
        var first = errors.get(0);
        var refusal = new Refusal(code, sentence(first));
        errors.forEach(error -> refusal.at(error.pointer(), error.message()));
        return refusal;
    }

    /** Most messages name the member themselves. */
    private static String sentence(Refusal.Error error) {
        var name = error.pointer().substring(error.pointer().lastIndexOf('/') + 1);
        return error.message().startsWith(name) ? error.message() : (error.pointer() + " " + error.message()).strip();
    }

    private static Refusal.Error error(ConstraintViolation<?> violation) {
        return new Refusal.Error(Parameter.of(violation).orElseGet(() -> pointer(violation)), violation.getMessage());
    }

    private static boolean isOfAnAnswer(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PROPERTY, BEAN, CONTAINER_ELEMENT -> append(pointer, node);
                default -> {}
            }
        }
        return pointer.toString();
    }

    /** The place in a collection stands on the node after it. */
    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Optional.ofNullable(node.getIndex() == null ? node.getKey() : node.getIndex())
                    .ifPresent(place -> pointer.append('/').append(Pointers.escaped(place.toString())));
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(Pointers.escaped(node.getName()));
        }
    }
}
