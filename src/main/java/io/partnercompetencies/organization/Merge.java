package io.partnercompetencies.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * That one organisation becomes part of another (rows 1.8 to 1.11 of the programme's rules).
 *
 * @param surviving the one that has everything from then on
 * @param absorbed the one whose past stays where it is, and which has nothing any more
 * @param at not before the last evaluation of either
 * @param by the user name of whoever wants it
 */
public record Merge(UUID surviving, UUID absorbed, Instant at, String by) {}
