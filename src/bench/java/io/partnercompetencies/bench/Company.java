package io.partnercompetencies.bench;

import java.time.Instant;
import java.util.UUID;

/** A generated organisation. */
record Company(int number, UUID id, int users, Instant createdAt, String market, Curriculum.Path path) {

    /** Its people come in so many waves, for in a real database the rows of a company do not lie side by side. */
    static final int WAVES = 10;

    int firstOf(int wave) {
        return (int) ((long) users * wave / WAVES);
    }
}
