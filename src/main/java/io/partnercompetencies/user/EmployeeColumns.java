package io.partnercompetencies.user;

import io.partnercompetencies.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header of a file of employees: its columns in any order, with no regard to case; the last one may be left out. */
final class EmployeeColumns {

    static final String EMAIL = "email";
    static final String ROLES = "roles";

    private static final List<String> NEEDED = List.of("firstName", "lastName", "displayName", EMAIL);

    private static final Map<String, String> KNOWN = Stream.concat(NEEDED.stream(), Stream.of(ROLES))
            .collect(Collectors.toMap(EmployeeColumns::comparable, Function.identity()));

    private static final int SHOWN = 40;

    private final List<String> names;

    private EmployeeColumns(List<String> names) {
        this.names = names;
    }

    static EmployeeColumns of(List<String> header) {
        var found = new LinkedHashSet<String>();
        for (var cell : header) {
            var name = KNOWN.get(comparable(cell));
            if (name == null) {
                throw wrong(
                        "the column '%s' is not known".formatted(cell.substring(0, Math.min(cell.length(), SHOWN))));
            }
            if (!found.add(name)) {
                throw wrong("the column %s stands there twice".formatted(name));
            }
        }
        return new EmployeeColumns(complete(found));
    }

    static Refusal missing() {
        return wrong("the file is empty");
    }

    private static List<String> complete(Set<String> found) {
        var missing = new ArrayList<>(NEEDED);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw wrong("the column %s is missing".formatted(String.join(", ", missing)));
        }
        return List.copyOf(found);
    }

    private static Refusal wrong(String what) {
        return Refusal.invalid(
                "/0", "The header must be firstName,lastName,displayName,email,roles: %s.".formatted(what));
    }

    private static String comparable(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }

    int count() {
        return names.size();
    }

    /** What stands under a column, without the blanks around it; null for nothing. */
    String cell(List<String> cells, String column) {
        int place = names.indexOf(column);
        var text = place < 0 || place >= cells.size() ? "" : cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }
}
