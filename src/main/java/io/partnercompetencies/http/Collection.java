package io.partnercompetencies.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** One page of a collection. {@code totalCount} is the true total; audit records and events leave it out. */
public record Collection<T>(Long totalCount, List<T> items, Links links) {

    /** The extension, on its method, of a call that leaves out {@code totalCount}. */
    public static final String UNCOUNTED = "x-uncounted";

    /** {@code next} is absent on the last page. */
    public record Links(Link self, Link next) {}

    public record Link(String uri) {}

    /**
     * The page of the rows that a repository fetched for {@link Page#sizePlusOne}.
     *
     * @param key what the next page begins after: the text that {@link Page#after} will hold
     */
    public static <T> Collection<T> of(
            UriInfo uri, Page page, long totalCount, List<T> sizePlusOne, Function<T, String> key) {
        return page(uri, page, totalCount, sizePlusOne, key);
    }

    /** A page of a collection that is at hand as a whole, in its own order; a key that is not in it begins anew. */
    public static <T> Collection<T> slice(UriInfo uri, Page page, List<T> all, Function<T, String> key) {
        var keys = all.stream().map(key).toList();
        if (page.after() != null && !keys.contains(page.after())) {
            throw Cursor.unreadable();
        }
        int from = page.after() == null ? 0 : keys.indexOf(page.after()) + 1;
        var rows = all.subList(from, Math.min(all.size(), from + page.sizePlusOne()));
        return page(uri, page, (long) all.size(), rows, key);
    }

    /** A page of a collection that grows without end and is not counted. */
    public static <T> Collection<T> uncounted(UriInfo uri, Page page, List<T> sizePlusOne, Function<T, String> key) {
        return page(uri, page, null, sizePlusOne, key);
    }

    /** A collection that is always shown whole. */
    public static <T> Collection<T> whole(UriInfo uri, List<T> items) {
        return new Collection<>((long) items.size(), items, self(uri));
    }

    /** The links of a collection that is always shown whole. */
    public static Links self(UriInfo uri) {
        return new Links(new Link(RelativeUri.of(uri)), null);
    }

    /** The same page with its items shown otherwise. */
    public <V> Collection<V> map(Function<T, V> view) {
        return new Collection<>(totalCount, items.stream().map(view).toList(), links);
    }

    private static <T> Collection<T> page(
            UriInfo uri, Page page, Long totalCount, List<T> sizePlusOne, Function<T, String> key) {
        var self = new Link(RelativeUri.of(uri));
        if (sizePlusOne.size() <= page.size()) {
            return new Collection<>(totalCount, List.copyOf(sizePlusOne), new Links(self, null));
        }
        var items = List.copyOf(sizePlusOne.subList(0, page.size()));
        var cursor = Cursor.write(key.apply(items.get(items.size() - 1)));
        return new Collection<>(totalCount, items, new Links(self, new Link(RelativeUri.of(uri, "cursor", cursor))));
    }
}
