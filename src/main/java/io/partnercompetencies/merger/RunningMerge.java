package io.partnercompetencies.merger;

import io.partnercompetencies.audit.Actor;
import java.util.UUID;

/** @param actor who asked for it */
record RunningMerge(UUID surviving, UUID id, UUID absorbed, int attempts, Actor actor) {}
