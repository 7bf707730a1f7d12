package io.partnercompetencies.fuzz;

import static io.partnercompetencies.fuzz.Fault.one;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** JSON that can be read, and is not what is wanted. */
final class JsonFaults {

    private static final String HERE = "@@here@@";

    static final List<Fault> ALL = List.of(
            Fault.of("an odd value", JsonFaults::isOpen, JsonFaults::oddValue),
            Fault.of("another odd value", JsonFaults::isOpen, JsonFaults::oddValue),
            Fault.of("yet another odd value", JsonFaults::isOpen, JsonFaults::oddValue),
            Fault.of(
                    "a missing member",
                    JsonFaults::isOpen,
                    (draft, random) -> member(draft, random).ifPresent(place -> place.object.remove(place.name))),
            Fault.of("an unknown member", JsonFaults::isOpen, JsonFaults::unknownMember),
            Fault.of(
                    "a member of other letters",
                    JsonFaults::isOpen,
                    (draft, random) -> member(draft, random)
                            .ifPresent(place ->
                                    place.object.set(place.name.toUpperCase(), place.object.remove(place.name)))),
            Fault.of("a member that is there twice", JsonFaults::isOpen, JsonFaults::twice));

    private record Place(ObjectNode object, String name) {}

    private JsonFaults() {}

    private static boolean isOpen(Draft draft) {
        return draft.json != null && draft.body == null;
    }

    private static void oddValue(Draft draft, Random random) {
        var literal = one(Literals.ALL, random);
        if (draft.json instanceof ArrayNode items && (items.isEmpty() || random.nextInt(3) == 0)) {
            items.insert(random.nextInt(items.size() + 1), HERE);
        } else {
            member(draft, random)
                    .ifPresentOrElse(place -> place.object.put(place.name, HERE), () -> unknownMember(draft, random));
        }
        replace(draft, '"' + HERE + '"', literal);
    }

    private static void unknownMember(Draft draft, Random random) {
        var names = new String[] {
            "unknown", "id", "__proto__", "@class", "", "organizationId", "createdAt", "\u0000", "status"
        };
        if (draft.json instanceof ObjectNode object) {
            object.put(one(names, random), HERE);
        }
        replace(draft, '"' + HERE + '"', one(Literals.ALL, random));
    }

    private static void twice(Draft draft, Random random) {
        member(draft, random).ifPresent(place -> {
            var value = place.object.get(place.name).toString();
            place.object.put(place.name, HERE);
            replace(draft, '"' + HERE + '"', value + ",\"" + place.name + "\":" + value);
        });
    }

    /** From now on it is text, which may be no JSON any more. */
    private static void replace(Draft draft, String marker, String literal) {
        draft.body = draft.json.toString().replace(marker, literal).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Place> member(Draft draft, Random random) {
        var places = new ArrayList<Place>();
        collect(draft.json, places);
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(random.nextInt(places.size())));
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name)));
        }
        node.forEach(inside -> collect(inside, places));
    }
}
