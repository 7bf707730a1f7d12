package io.partnercompetencies.launch;

/** The service cannot start; the message is the one sentence its operator needs. */
final class StartRefused extends RuntimeException {

    /** Exit codes as in sysexits.h: a setting is wrong, or something the service depends on is not there. */
    static final int SETTINGS = 78;

    static final int UNAVAILABLE = 69;

    final int exitCode;

    StartRefused(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }
}
