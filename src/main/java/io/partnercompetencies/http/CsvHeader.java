package io.partnercompetencies.http;

import io.partnercompetencies.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header of a file: its columns in any order, with no regard to case. */
public final class CsvHeader {

    private static final int SHOWN = 40;

    private final List<String> names;

    private CsvHeader(List<String> names) {
        this.names = names;
    }

    /**
     * @param cells null where the file is empty
     * @param spare columns that may be left out
     */
    public static CsvHeader of(List<String> cells, List<String> needed, List<String> spare) {
        var all = Stream.concat(needed.stream(), spare.stream()).toList();
        if (cells == null) {
            throw wrong(all, "the file is empty");
        }
        return new CsvHeader(columns(cells, needed, all));
    }

    private static List<String> columns(List<String> cells, List<String> needed, List<String> all) {
        var known = all.stream().collect(Collectors.toMap(CsvHeader::comparable, Function.identity()));
        var found = new LinkedHashSet<String>();
        for (var cell : cells) {
            var name = known.get(comparable(cell));
            if (name == null) {
                var shown = cell.substring(0, Math.min(cell.length(), SHOWN));
                throw wrong(all, "the column '%s' is not known".formatted(shown));
            }
            if (!found.add(name)) {
                throw wrong(all, "the column %s stands there twice".formatted(name));
            }
        }
        var missing = new ArrayList<>(needed);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw wrong(all, "the column %s is missing".formatted(String.join(", ", missing)));
        }
        return List.copyOf(found);
    }

    private static Refusal wrong(List<String> all, String what) {
        return Refusal.invalid("/0", "The header must be %s: %s.".formatted(String.join(",", all), what));
    }

    private static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the shape of a row; null for nothing. */
    public String complaint(List<String> cells) {
        return cells.size() == names.size()
                ? null
                : "The row has %d cells, the header has %d.".formatted(cells.size(), names.size());
    }

    /** What stands under each column, without the blanks around it; nothing is left out. */
    public Map<String, String> values(List<String> cells) {
        var values = new LinkedHashMap<String, String>();
        for (int place = 0; place < names.size() && place < cells.size(); place++) {
            var text = cells.get(place).strip();
            if (!text.isEmpty()) {
                values.put(names.get(place), text);
            }
        }
        return values;
    }
}
