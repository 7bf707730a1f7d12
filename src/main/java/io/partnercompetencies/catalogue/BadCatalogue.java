package io.partnercompetencies.catalogue;

import java.util.List;

/** The catalogue cannot be used. The message says everything that is wrong with it; a stack would say nothing more. */
public final class BadCatalogue extends RuntimeException {

    private final List<String> findings;

    BadCatalogue(String origin, List<String> findings) {
        super(message(origin, findings), null, false, false);
        this.findings = List.copyOf(findings);
    }

    private static String message(String origin, List<String> findings) {
        var things = findings.size() == 1 ? "1 error" : findings.size() + " errors";
        return "The catalogue in " + origin + " has " + things + ":\n  " + String.join("\n  ", findings);
    }

    /** One line each: file, place in it, reason. */
    public List<String> findings() {
        return findings;
    }
}
