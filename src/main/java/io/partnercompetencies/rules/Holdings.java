package io.partnercompetencies.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** What the people of an organisation have at a moment, indexed once for all competencies. */
final class Holdings {

    private final List<Person> people;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> countedCodes = new HashSet<>();
    private final Map<String, Set<UUID>> pendingByCode = new HashMap<>();
    private final TreeSet<Instant> dues = new TreeSet<>();
    private final Having having;
    private final Having havingLater;

    Holdings(Facts facts, Moment moment) {
        var byId = new HashMap<UUID, Person>();
        for (var credit : facts.credits()) {
            var credential = facts.credentials().named(credit.credential());
            var status = CreditStatus.of(credit, credential, moment);
            if (status == CreditStatus.COUNTED) {
                codes.add(credential.code());
                countedCodes.add(credential.code());
                byId.computeIfAbsent(credit.userId(), Person::new).count(credential.code(), credit.achievementId());
            } else if (status == CreditStatus.PENDING) {
                codes.add(credential.code());
                pendingByCode
                        .computeIfAbsent(credential.code(), code -> new HashSet<>())
                        .add(credit.achievementId());
                if (willCount(credit, credential, moment)) {
                    byId.computeIfAbsent(credit.userId(), Person::new).await(credential.code(), credit.dueAt());
                    dues.add(credit.dueAt());
                }
            }
        }
        people = new ArrayList<>(byId.values());
        people.sort(Comparator.comparing(Person::id));
        having = new Having(people.size());
        havingLater = somethingIsPending() ? new Having(people.size()) : having;
        for (int i = 0; i < people.size(); i++) {
            people.get(i).note(i, having, havingLater);
        }
    }

    /** What expires, or is not accepted any more, by the instant at which it would count never does. */
    private static boolean willCount(Credit credit, Credential credential, Moment moment) {
        var then = credit.dueAt().isAfter(moment.at()) ? credit.dueAt() : moment.at();
        return CreditStatus.of(credit, credential, Moment.settled(then)) == CreditStatus.COUNTED;
    }

    /** Now. */
    Having having() {
        return having;
    }

    /** Once everything pending counts. */
    Having havingLater() {
        return havingLater;
    }

    /** Those who have anything that counts or is pending, by id. */
    List<Person> people() {
        return people;
    }

    /** What counts or is pending, of anybody. */
    Set<String> codes() {
        return codes;
    }

    boolean somethingIsPending() {
        return !pendingByCode.isEmpty();
    }

    /**
     * The first instant by which enough of what is pending counts, losses apart, or null where all of it does not do.
     *
     * @param isMetBy whether something holds once all that is due by an instant counts; it never ceases to
     */
    Instant firstDue(Predicate<Instant> isMetBy) {
        return Bisection.first(List.copyOf(dues), isMetBy);
    }

    boolean countsAnyOf(Set<String> credentials) {
        for (var code : countedCodes) {
            if (credentials.contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** How many different pending achievements are of these credentials. */
    int pendingOf(Set<String> credentials) {
        if (pendingByCode.isEmpty()) {
            return 0;
        }
        var achievements = new HashSet<UUID>();
        pendingByCode.forEach((code, ids) -> {
            if (credentials.contains(code)) {
                achievements.addAll(ids);
            }
        });
        return achievements.size();
    }
}
