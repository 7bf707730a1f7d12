package io.partnercompetencies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/**
 * What an answer says, for whoever asks often: REST Assured compiles every path that it is given, which keeps the
 * processor busy for 5 ms each time.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static JsonNode of(ValidatableResponse answer) {
        try {
            return MAPPER.readTree(answer.extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(ValidatableResponse answer) {
        return MAPPER.convertValue(of(answer), Map.class);
    }
}
