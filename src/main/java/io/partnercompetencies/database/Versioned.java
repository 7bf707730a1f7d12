package io.partnercompetencies.database;

/** A value with the version of its row, from which the ETag is made. */
public record Versioned<T>(long version, T value) {}
