package io.partnercompetencies.competency;

import io.partnercompetencies.rules.Reason;
import io.partnercompetencies.rules.Stage;
import java.time.LocalDate;

/** A day on which a level comes into another stage by itself. */
public record Turn(LocalDate on, HeldLevel level, Stage from, Stage to, Reason reason) {}
