package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact number, for those who do not want to think about rounding. The denominator is above zero. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigDecimal decimal) {
        int decimals = Math.max(0, decimal.scale());
        return new Fraction(decimal.movePointRight(decimals).toBigIntegerExact(), BigInteger.TEN.pow(decimals));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** By a number above zero. */
    Fraction by(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Fraction orAtLeast(Fraction other) {
        return compareTo(other) < 0 ? other : this;
    }

    boolean reaches(Fraction other) {
        return compareTo(other) >= 0;
    }

    /** A number not below zero, cut off after four decimals: 0.3333. */
    String cutToFourDecimals() {
        return new BigDecimal(numerator.multiply(BigInteger.valueOf(10_000)).divide(denominator), 4).toString();
    }

    /** Without trailing zeros: 2, 2000, 12.5. Only for numbers that a decimal can hold. */
    String plain() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
