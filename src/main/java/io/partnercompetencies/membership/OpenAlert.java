package io.partnercompetencies.membership;

import io.partnercompetencies.competency.HeldLevel;
import java.time.LocalDate;
import java.util.UUID;

record OpenAlert(UUID organizationId, UUID id, HeldLevel level, LocalDate bitesOn) {}
