package io.partnercompetencies.rules;

import java.util.List;
import java.util.function.Predicate;

/** Looks for the first of many with few looks. */
final class Bisection {

    private Bisection() {}

    /**
     * The first that something holds of, or null.
     *
     * @param holds of all that come after one that it holds of
     */
    static <T> T first(List<T> ordered, Predicate<T> holds) {
        int first = 0;
        int end = ordered.size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (holds.test(ordered.get(middle))) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return first == ordered.size() ? null : ordered.get(first);
    }
}
