package io.partnercompetencies.rules;

/** The kind of market an organisation is judged by; it picks the threshold of a performance clause (R6). */
public enum Market {
    DEVELOPED,
    DEVELOPING
}
