package io.partnercompetencies.bench;

import java.util.List;

/**
 * A comparison. Reference and product take turns, A-B-A-B, after one turn each that is not counted; of the others the
 * medians are compared. Whatever is not to be measured, such as putting rows back as they were, happens outside
 * {@link Lab#measure}. Whoever gets an answer that is not the expected one throws: the benchmark has failed then, and
 * the run with it.
 */
interface Benchmark extends AutoCloseable {

    /** By which {@code -Dbench=} chooses it. */
    String name();

    /** What is compared with what, for the table. */
    String title();

    /** What must come out; a row of the table each. */
    List<Goal> goals();

    /** Before the first turn: data, services, connections. */
    void prepare(Lab lab) throws Exception;

    Sample reference() throws Exception;

    Sample product() throws Exception;

    /** Gives back what was prepared; also called when the preparation failed. */
    @Override
    default void close() throws Exception {}
}
