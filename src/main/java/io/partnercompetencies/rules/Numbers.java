package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written in a proof. */
final class Numbers {

    private Numbers() {}

    /** Without trailing zeros and without exponent: 2, 2000, 12.5. */
    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    static BigDecimal notBelowZero(BigDecimal value) {
        return value.signum() < 0 ? BigDecimal.ZERO : value;
    }
}
