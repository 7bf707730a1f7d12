package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import java.util.UUID;

/** A level that an organisation holds, or ({@code now} false) held once. */
record Held(UUID organizationId, HeldLevel level, boolean now) {}
