package io.partnercompetencies.rules;

/** The credentials that the programme knows. */
@FunctionalInterface
public interface Credentials {

    /** The credential with this code in whatever case, or null when the catalogue does not name it. */
    Credential named(String code);
}
