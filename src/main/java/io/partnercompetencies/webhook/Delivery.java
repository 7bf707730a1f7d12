package io.partnercompetencies.webhook;

/**
 * What became of one attempt.
 *
 * @param httpStatus what the receiver answered; null where it did not
 * @param failure a sentence for whoever runs the receiver; null where the event arrived
 */
record Delivery(boolean delivered, Integer httpStatus, String failure) {

    private static final int GONE = 410;

    static Delivery answered(int httpStatus) {
        return httpStatus / 100 == 2
                ? new Delivery(true, httpStatus, null)
                : new Delivery(false, httpStatus, "The receiver answered " + httpStatus + advice(httpStatus));
    }

    static Delivery failed(String why) {
        return new Delivery(false, null, why);
    }

    /** The receiver does not want anything any more. */
    boolean isGone() {
        return httpStatus != null && httpStatus == GONE;
    }

    private static String advice(int httpStatus) {
        return httpStatus / 100 == 3
                ? "; redirects are not followed, register the address that it leads to."
                : " and not 2xx.";
    }
}
