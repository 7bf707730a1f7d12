package io.partnercompetencies.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a catalogue: everything is looked at before it is refused. */
final class Findings {

    /** Ends the reading of one part of a file; what was found there is said already. */
    static final class Unreadable extends RuntimeException {
        private static final Unreadable INSTANCE = new Unreadable();

        private Unreadable() {
            super(null, null, false, false);
        }
    }

    /** A part that is looked at twice is found once. */
    private final Set<String> lines = new LinkedHashSet<>();

    void add(String file, String place, String reason) {
        lines.add(place.isEmpty() ? file + ": " + reason : file + ": " + place + ": " + reason);
    }

    Unreadable unreadable(String file, String place, String reason) {
        add(file, place, reason);
        return Unreadable.INSTANCE;
    }

    /** Ends the reading of a part where what is wrong with it stands in the findings already. */
    static Unreadable said() {
        return Unreadable.INSTANCE;
    }

    void refuseIfAny(String origin) {
        if (!lines.isEmpty()) {
            throw new BadCatalogue(origin, List.copyOf(lines));
        }
    }
}
