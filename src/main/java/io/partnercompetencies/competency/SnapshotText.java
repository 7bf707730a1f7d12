package io.partnercompetencies.competency;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stored evaluation member by member, because every status call does. What a newer copy of the service adds is
 * left out.
 */
final class SnapshotText {

    /** Strictness is for what strangers send. */
    private static final JsonFactory JSON = new JsonFactory();

    @FunctionalInterface
    private interface Reading<T> {
        T of(SnapshotText text) throws IOException;
    }

    private final JsonParser json;

    private SnapshotText(JsonParser json) {
        this.json = json;
    }

    static Snapshot snapshot(String text) {
        return text.isEmpty() ? Snapshot.EMPTY : read(text, SnapshotText::snapshot);
    }

    /** The term alone, or null. Written first, it is found without looking at the rest. */
    static Term term(String text) {
        return text.isEmpty() ? null : read(text, SnapshotText::onlyTerm);
    }

    private static <T> T read(String text, Reading<T> reading) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return reading.of(new SnapshotText(json));
        } catch (IOException e) {
            throw new IllegalStateException("A stored evaluation cannot be read", e);
        }
    }

    private Snapshot snapshot() throws IOException {
        List<Snapshot.Item> items = List.of();
        Term term = null;
        while (nextMember()) {
            switch (json.currentName()) {
                case "items" -> items = list(SnapshotText::item);
                case "term" -> term = term();
                default -> json.skipChildren();
            }
        }
        return new Snapshot(items, term);
    }

    private Term onlyTerm() throws IOException {
        while (nextMember()) {
            if (json.currentName().equals("term")) {
                return term();
            }
            json.skipChildren();
        }
        return null;
    }

    private Snapshot.Item item() throws IOException {
        String id = null;
        int pending = 0;
        List<Snapshot.LevelItem> levels = List.of();
        while (nextMember()) {
            switch (json.currentName()) {
                case "id" -> id = json.getText();
                case "pending" -> pending = json.getIntValue();
                case "levels" -> levels = list(SnapshotText::level);
                default -> json.skipChildren();
            }
        }
        return new Snapshot.Item(id, pending, levels);
    }

    private Snapshot.LevelItem level() throws IOException {
        Level level = null;
        boolean met = false;
        MetBy metBy = null;
        BigDecimal progress = null;
        String option = null;
        boolean started = false;
        boolean held = false;
        boolean lapsed = false;
        boolean atRisk = false;
        while (nextMember()) {
            switch (json.currentName()) {
                case "level" -> level = Level.valueOf(json.getText());
                case "met" -> met = json.getBooleanValue();
                case "metBy" -> metBy = MetBy.valueOf(json.getText());
                case "progress" -> progress = json.getDecimalValue();
                case "option" -> option = json.getText();
                case "started" -> started = json.getBooleanValue();
                case "held" -> held = json.getBooleanValue();
                case "lapsed" -> lapsed = json.getBooleanValue();
                case "atRisk" -> atRisk = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new Snapshot.LevelItem(level, met, metBy, progress, option, started, held, lapsed, atRisk);
    }

    private Term term() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Level level = null;
        LocalDate startsOn = null;
        LocalDate expiresOn = null;
        Period window = null;
        while (nextMember()) {
            switch (json.currentName()) {
                case "level" -> level = Level.valueOf(json.getText());
                case "startsOn" -> startsOn = LocalDate.parse(json.getText());
                case "expiresOn" -> expiresOn = LocalDate.parse(json.getText());
                case "window" -> window = Period.parse(json.getText());
                default -> json.skipChildren();
            }
        }
        return new Term(level, startsOn, expiresOn, window);
    }

    private <T> List<T> list(Reading<T> element) throws IOException {
        var list = new ArrayList<T>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.of(this));
        }
        return list;
    }

    /** Goes to the value of the next member of the object. */
    private boolean nextMember() throws IOException {
        boolean another = json.nextToken() == JsonToken.FIELD_NAME;
        if (another) {
            json.nextToken();
        }
        return another;
    }
}
