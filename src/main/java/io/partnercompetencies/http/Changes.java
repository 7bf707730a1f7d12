package io.partnercompetencies.http;

/** What a PATCH asks for: refuses when the version is not the one the caller has seen, else makes the new state. */
@FunctionalInterface
public interface Changes<T> {

    T on(long version, T current);
}
