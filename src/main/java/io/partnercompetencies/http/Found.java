package io.partnercompetencies.http;

import java.util.List;

/** One page of rows, with one row more where another page follows, and the number of all. */
public record Found<T>(long total, List<T> rows) {}
