package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import io.partnercompetencies.rules.Tolerance;

/** How many people a held level can spare. */
record HeldTolerance(HeldLevel level, Tolerance tolerance) {}
