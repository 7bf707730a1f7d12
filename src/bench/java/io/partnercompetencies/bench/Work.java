package io.partnercompetencies.bench;

/** What is measured. */
@FunctionalInterface
interface Work {

    Done run() throws Exception;

    /**
     * @param units how much it was: rows, calls, organisations
     * @param answer what reference and product must agree about, or null
     */
    record Done(double units, Object answer) {}
}
