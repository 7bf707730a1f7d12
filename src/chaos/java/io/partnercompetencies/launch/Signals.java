package io.partnercompetencies.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Stops and continues a process: what Java has no method for. */
public final class Signals {

    private Signals() {}

    public static void stop(long process) {
        send("STOP", process);
    }

    public static void go(long process) {
        send("CONT", process);
    }

    private static void send(String signal, long process) {
        try {
            int code = new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process)))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " " + process + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
