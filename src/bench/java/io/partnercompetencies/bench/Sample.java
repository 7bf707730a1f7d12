package io.partnercompetencies.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one turn came to.
 *
 * @param figures by name; see the constants
 * @param answer what reference and product must agree about, or null
 */
record Sample(Map<String, Double> figures, Object answer) {

    /** Seconds for all of the work. */
    static final String TIME = "time";
    /** Units of work in a second. */
    static final String SPEED = "speed";
    /** Seconds of processor time of service and database for a unit of work. */
    static final String CPU = "cpu";
    /** Seconds of processor time for all of the work. */
    static final String CPU_OF_SERVICE = "cpu of service";

    static final String CPU_OF_POSTGRES = "cpu of PostgreSQL";
    static final String CPU_OF_BENCH = "cpu of bench";
    /** Resident megabytes. */
    static final String MEMORY = "memory";

    Sample {
        figures = new LinkedHashMap<>(figures);
    }

    /** The same with one more figure. */
    Sample with(String name, double figure) {
        var more = new Sample(figures, answer);
        more.figures.put(name, figure);
        return more;
    }

    double figure(String name) {
        var figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException("No figure is called " + name + " among " + figures.keySet());
        }
        return figure;
    }
}
