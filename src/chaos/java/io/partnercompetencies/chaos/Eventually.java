package io.partnercompetencies.chaos;

import java.util.concurrent.Callable;

/** Waits for what others do; how long it took is a result. */
final class Eventually {

    /** A machine that others use is so many times slower than a quiet one: -Dchaos.slowness. */
    private static final double SLOWNESS = Double.parseDouble(System.getProperty("chaos.slowness", "1"));

    private Eventually() {}

    /** A bound in seconds of a quiet machine, in seconds of this one. */
    static double seconds(double onAQuietMachine) {
        return SLOWNESS * onAQuietMachine;
    }

    /** @return after how many seconds it held */
    static double within(double seconds, String what, Callable<Boolean> condition) {
        long from = System.nanoTime();
        Exception last = null;
        do {
            try {
                if (condition.call()) {
                    return Figures.seconds(from);
                }
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            } catch (Exception e) {
                last = e;
            }
        } while (Figures.seconds(from) < seconds);
        throw new AssertionError("not within " + seconds + " s: " + what, last);
    }
}
