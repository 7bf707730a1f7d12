package io.partnercompetencies.http;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters of every collection, for {@code @BeanParam}. They are read as text: a value that is not
 * possible is then 400 with a sentence, not the framework's 404.
 */
public class PageQuery {

    static final List<String> NAMES = List.of("size", "cursor");

    @QueryParam("size")
    @Parameter(
            description = "How many items, at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String size;

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: opaque, taken from `links.next.uri`")
    String cursor;

    public PageQuery() {}

    PageQuery(String size, String cursor) {
        this.size = size;
        this.cursor = cursor;
    }

    /** The page; its key is any text. */
    public Page page() {
        return new Page(size(), cursor == null ? null : Cursor.read(cursor));
    }

    /** The page of a collection whose key is an id: a cursor that carries anything else is 400. */
    public Page pageById() {
        var page = page();
        if (page.after() != null && !isId(page.after())) {
            throw Cursor.unreadable();
        }
        return page;
    }

    private int size() {
        return size == null ? Page.DEFAULT_SIZE : Parameters.number("size", size, 1, Page.LARGEST);
    }

    private static boolean isId(String key) {
        try {
            FromText.id(key);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
