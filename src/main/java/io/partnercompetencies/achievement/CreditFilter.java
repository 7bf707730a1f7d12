package io.partnercompetencies.achievement;

import io.partnercompetencies.rules.CreditStatus;
import java.util.UUID;

/** Which of an organisation's achievements are asked for; null members ask for all. */
public record CreditFilter(UUID userId, CreditStatus status, String credential) {}
