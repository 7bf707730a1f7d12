package io.partnercompetencies.story;

import io.partnercompetencies.PartnerFixture.Employee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The people of a story and what they have achieved, by the names that it gives them. */
final class People {

    private final Map<String, Employee> byName = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> achievements = new HashMap<>();

    void add(String name, Employee employee) {
        byName.put(name, employee);
        names.put(employee.id(), name);
    }

    Employee named(String name) {
        var employee = byName.get(name);
        if (employee == null) {
            throw new AssertionError("Nobody of the name " + name + " has joined");
        }
        return employee;
    }

    void achieved(String name, String credential, String id) {
        achievements.put(id, name + "'s " + credential);
    }

    /** In brackets, by name; nothing where there are none. */
    String shown(List<Map<String, String>> people) {
        return people == null || people.isEmpty()
                ? ""
                : people.stream()
                        .map(person -> names.get(person.get("userId")))
                        .sorted()
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    String shownAchievements(List<String> ids) {
        return ids == null || ids.isEmpty()
                ? ""
                : ids.stream().map(achievements::get).sorted().collect(Collectors.joining(", ", ", by ", ""));
    }
}
