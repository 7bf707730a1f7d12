package io.partnercompetencies.rules;

/**
 * What the customers of one location sum up to.
 *
 * @param location its MPN id; null for records that name none
 */
public record LocatedFigure(String location, Figure figure) {}
