package io.partnercompetencies.achievement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnercompetencies.http.Collection;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** The envelope of every collection. How many there are is known, and said, at the end. */
final class SkillsAsJson implements SkillsForm {

    private final ObjectMapper json;
    private final Collection.Links links;
    private long count;
    private boolean begun;

    SkillsAsJson(ObjectMapper json, Collection.Links links) {
        this.json = json;
        this.links = links;
    }

    @Override
    public Buffer rows(List<SkillView> rows) {
        var piece = Buffer.buffer();
        if (!begun) {
            piece.appendString("{\"items\":[");
            begun = true;
        }
        rows.forEach(row -> {
            if (count++ > 0) {
                piece.appendString(",");
            }
            piece.appendBytes(bytes(row));
        });
        return piece;
    }

    @Override
    public Buffer end() {
        return Buffer.buffer("],\"totalCount\":" + count + ",\"links\":")
                .appendBytes(bytes(links))
                .appendString("}");
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of a report cannot be written", e);
        }
    }
}
