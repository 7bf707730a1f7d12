package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Level;

/** A level of a competency that an organisation holds, or held. */
public record HeldLevel(String competencyId, Level level) {}
