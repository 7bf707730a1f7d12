package io.partnercompetencies.achievement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercompetencies.problem.Malformed;
import jakarta.inject.Singleton;

/** Reads one report of many, whose fault is its own. */
@Singleton
class ReportBinding {

    private final ObjectReader reports;
    private final ObjectReader nodes;

    ReportBinding(ObjectMapper mapper) {
        this.reports = mapper.readerFor(NewAchievement.class);
        this.nodes = mapper.readerFor(JsonNode.class);
    }

    JsonNode parse(String json) {
        try {
            return nodes.readValue(json);
        } catch (JsonProcessingException e) {
            throw Malformed.of(e);
        }
    }

    NewAchievement bind(JsonNode row) {
        if (!row.isObject()) {
            throw Malformed.at("", "this must be an object.");
        }
        try {
            return reports.treeToValue(row, NewAchievement.class);
        } catch (JsonProcessingException e) {
            throw Malformed.of(e);
        }
    }
}
