package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the people of an organisation have at a moment, indexed once for all competencies. */
final class Holdings {

    private final List<Person> people;
    private final Set<String> countedCodes = new HashSet<>();
    private final Map<String, Set<UUID>> pendingByCode = new HashMap<>();

    Holdings(Facts facts, Moment moment) {
        var byId = new HashMap<UUID, Person>();
        for (var credit : facts.credits()) {
            var credential = facts.credentials().named(credit.credential());
            var status = CreditStatus.of(credit, credential, moment);
            if (status == CreditStatus.COUNTED) {
                countedCodes.add(credential.code());
                byId.computeIfAbsent(credit.userId(), Person::new).count(credential.code(), credit.achievementId());
            } else if (status == CreditStatus.PENDING) {
                pendingByCode
                        .computeIfAbsent(credential.code(), code -> new HashSet<>())
                        .add(credit.achievementId());
                byId.computeIfAbsent(credit.userId(), Person::new).await(credential.code(), credit.achievementId());
            }
        }
        people = new ArrayList<>(byId.values());
        people.sort(Comparator.comparing(Person::id));
    }

    /** Those who have anything that counts or is pending, by id. */
    List<Person> people() {
        return people;
    }

    boolean somethingIsPending() {
        return !pendingByCode.isEmpty();
    }

    boolean countsAnyOf(Requirement requirement) {
        if (countedCodes.isEmpty()) {
            return false;
        }
        var found = new boolean[1];
        requirement.forEachCredential(code -> found[0] |= countedCodes.contains(code));
        return found[0];
    }

    /** How many different pending achievements the competency names. */
    int pendingFor(CompetencyLaw law) {
        if (pendingByCode.isEmpty()) {
            return 0;
        }
        var achievements = new HashSet<UUID>();
        for (var option : law.options()) {
            for (var requirement : option.levels().values()) {
                requirement.forEachCredential(code -> achievements.addAll(pendingByCode.getOrDefault(code, Set.of())));
            }
        }
        return achievements.size();
    }
}
