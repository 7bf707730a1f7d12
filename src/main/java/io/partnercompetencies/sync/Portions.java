package io.partnercompetencies.sync;

/**
 * How the due organisations of a pass are shared out, so that several lanes work at once even where few are due, and
 * none has much left when the others have nothing: every transaction costs as much as the evaluation of some ten.
 *
 * @param lanes how many are at work; 0 when nothing is due
 * @param organizations the most in one transaction
 */
record Portions(int lanes, int organizations) {

    /** A lane for fewer costs more than it helps. */
    private static final int FEWEST = 10;

    /**
     * @param due how many, as far as {@link #mostThatMatter}
     * @param largest the most in one transaction
     */
    static Portions of(int due, int lanes, int largest) {
        int each = Math.min(largest, Math.max(FEWEST, dividedUp(due, lanes)));
        return new Portions(Math.min(lanes, dividedUp(due, each)), each);
    }

    /** Where so many are due more would be shared out alike. */
    static int mostThatMatter(int lanes, int largest) {
        return lanes * largest;
    }

    private static int dividedUp(int organizations, int by) {
        return (organizations + by - 1) / by;
    }
}
