package io.partnercompetencies.competency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;

/** Writes and reads stored evaluations. */
@Singleton
class Snapshots {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    /** What a newer copy of the service adds is left out by an older one. */
    Snapshots(ObjectMapper mapper) {
        this.reader = mapper.readerFor(Snapshot.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.writer = mapper.writerFor(Snapshot.class);
    }

    Snapshot read(String text) {
        try {
            return text.isEmpty() ? Snapshot.EMPTY : reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored evaluation cannot be read", e);
        }
    }

    String write(Snapshot snapshot) {
        try {
            return writer.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An evaluation cannot be written", e);
        }
    }
}
