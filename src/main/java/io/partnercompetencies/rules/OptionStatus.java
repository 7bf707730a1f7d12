package io.partnercompetencies.rules;

import java.math.BigDecimal;

/** How far one option of a level is, by facts alone, and why. */
public record OptionStatus(String option, boolean met, BigDecimal progress, Requirement requirement, Proof proof) {}
