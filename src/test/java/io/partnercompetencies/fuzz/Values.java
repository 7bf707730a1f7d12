package io.partnercompetencies.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that a schema allows; where it allows more than the domain does, names and earlier answers help out. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Members that are about the same as members with another name. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "competencies", "competencyId",
            "competency", "competencyId",
            "absorbedOrganizationId", "organizationId",
            "locationMpnId", "mpnId",
            "product", "products",
            "association", "associations",
            "q", "displayName");

    private final Known known;
    private final Texts texts;

    Values(Known known) {
        this.known = known;
        this.texts = new Texts();
    }

    JsonNode of(Call call, JsonNode wanted, String name, Caller caller, Random random) {
        var schema = call.resolve(wanted);
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> object(call, schema, caller, random);
            case "array" -> array(call, schema, name, caller, random);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(between(schema, random));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(5)));
            default -> new TextNode(text(schema, name, caller, random));
        };
    }

    private JsonNode object(Call call, JsonNode schema, Caller caller, Random random) {
        var object = JSON.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asText).toList();
        schema.path("properties").properties().stream()
                .filter(member -> required.contains(member.getKey()) || random.nextInt(3) > 0)
                .forEach(member ->
                        object.set(member.getKey(), of(call, member.getValue(), member.getKey(), caller, random)));
        return object;
    }

    private JsonNode array(Call call, JsonNode schema, String name, Caller caller, Random random) {
        int size = schema.path("minItems").asInt(0) + random.nextInt(4);
        var array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(of(call, schema.path("items"), name, caller, random));
        }
        return array;
    }

    private static long between(JsonNode schema, Random random) {
        long least = schema.path("minimum").asLong(0);
        return least + random.nextInt((int) (schema.path("maximum").asLong(least + 1000) - least) + 1);
    }

    private String text(JsonNode schema, String name, Caller caller, Random random) {
        return switch (name) {
            case "currentPassword" -> caller == null ? "unknown to us all" : caller.password();
            case "email" -> texts.email();
            case "account" -> random.nextInt(3) > 0 ? word("account", random, texts.email()) : texts.email();
            case "mpnId" -> texts.number();
            case "url" -> "https://receiver.invalid/" + texts.number();
            case "secret" -> "whsec_" + texts.number().repeat(40).substring(0, 40);
            case "country" -> random.nextBoolean() ? "ES" : "IT";
            case "period" -> texts.month(random);
            default -> formatted(schema, name, random);
        };
    }

    private String formatted(JsonNode schema, String name, Random random) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> word(name, random, new UUID(random.nextLong(), random.nextLong()).toString());
            case "date-time" -> name.equals("asOf") ? word("evaluatedAt", random, "") : texts.instant(name, random);
            case "date" -> texts.day(name, random);
            case "password" -> texts.email() + random.nextInt();
            default ->
                random.nextInt(8) > 0 ? word(name, random, texts.any(schema, random)) : texts.any(schema, random);
        };
    }

    String word(String name, Random random, String otherwise) {
        return known.word(ALSO_CALLED.getOrDefault(name, name), random).orElse(otherwise);
    }
}
