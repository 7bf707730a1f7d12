package io.partnercompetencies.http;

import java.util.UUID;

/** What part of a collection is asked for: so many items after this key, or from the start where it is null. */
public record Page(int size, String after) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST = 200;

    /** The key of a collection that is ordered by id; {@link PageQuery#pageById} has seen that it is one. */
    public UUID afterId() {
        return after == null ? null : UUID.fromString(after);
    }

    /** How many rows a repository fetches: one more tells whether there is a next page. */
    public int sizePlusOne() {
        return size + 1;
    }
}
