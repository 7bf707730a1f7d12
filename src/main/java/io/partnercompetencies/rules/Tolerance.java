package io.partnercompetencies.rules;

import java.util.List;
import java.util.UUID;

/**
 * How many people may leave until a level is lost, and on whom it depends.
 *
 * @param toleratesLeavers that many may leave, whoever they are; null where the level does not depend on people at all
 * @param critical everyone who belongs to one of the smallest groups by whose leaving it is lost, by id
 */
public record Tolerance(Integer toleratesLeavers, List<UUID> critical) {

    static final Tolerance WHOEVER_LEAVES = new Tolerance(null, List.of());
    static final Tolerance NOT_MET = new Tolerance(0, List.of());

    public Tolerance {
        critical = List.copyOf(critical);
    }
}
