package io.partnercompetencies.rules;

/** Why a level counts as met, the first that fits (R7). */
public enum MetBy {
    FACTS,
    OVERRIDE,
    EXEMPTION
}
