package io.partnercompetencies.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The {@link Twin}'s look at who holds what: now, and once everything pending counts. */
final class TwinPeople {

    private final Map<UUID, Set<String>> counted = new TreeMap<>();
    private final Map<UUID, Set<String>> countedOrPending = new TreeMap<>();
    private final Map<String, Set<UUID>> pendingIds = new TreeMap<>();

    TwinPeople(Facts facts, Moment moment) {
        for (var credit : facts.credits()) {
            var credential = facts.credentials().named(credit.credential());
            if (isOver(credit.endedAt(), moment.at())
                    || isOver(credit.revokedAt(), moment.at())
                    || isOver(credit.expiresAt(), moment.at())
                    || !isAccepted(credit, credential, moment.at())) {
                continue;
            }
            var code = credential.code();
            if (isOver(credit.countsFrom(), moment.countedThrough())
                    && isOver(credit.knownFrom(), moment.countedThrough())) {
                give(counted, credit.userId(), code);
            } else {
                pendingIds.computeIfAbsent(code, any -> new HashSet<>()).add(credit.achievementId());
            }
            give(countedOrPending, credit.userId(), code);
        }
    }

    private static void give(Map<UUID, Set<String>> holdings, UUID person, String code) {
        holdings.computeIfAbsent(person, any -> new HashSet<>()).add(code);
    }

    /** The instant itself belongs to what follows it (T6). */
    private static boolean isOver(Instant end, Instant at) {
        return end != null && end.compareTo(at) <= 0;
    }

    private static boolean isAccepted(Credit credit, Credential credential, Instant at) {
        if (credential == null || !credit.fits()) {
            return false;
        }
        boolean isOfItsType = credit.type()
                == switch (credential.kind()) {
                    case EXAM -> AchievementType.EXAM;
                    case CERTIFICATION, EXTERNAL_CERTIFICATION -> AchievementType.CERTIFICATION;
                    case ASSESSMENT -> AchievementType.ASSESSMENT;
                };
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return isOfItsType && (credential.acceptedUntil() == null || today.compareTo(credential.acceptedUntil()) <= 0);
    }

    Have now() {
        return new Have(counted);
    }

    Have later() {
        return new Have(countedOrPending);
    }

    boolean someoneHoldsOneOf(Set<String> codes) {
        return counted.values().stream().anyMatch(held -> held.stream().anyMatch(codes::contains));
    }

    int pendingAchievements(Set<String> codes) {
        var ids = new HashSet<UUID>();
        codes.forEach(code -> ids.addAll(pendingIds.getOrDefault(code, Set.of())));
        return ids.size();
    }

    static Set<String> namesOf(PersonClause clause) {
        var names = new HashSet<String>();
        if (clause instanceof PersonClause.Holds holds) {
            names.add(holds.credential());
        } else if (clause instanceof PersonClause.All all) {
            all.of().forEach(one -> names.addAll(namesOf(one)));
        } else if (clause instanceof PersonClause.Any any) {
            any.of().forEach(one -> names.addAll(namesOf(one)));
        }
        return names;
    }

    /** Everybody's credentials at one time, by id. */
    record Have(Map<UUID, Set<String>> credentials) {

        List<UUID> whoFulfil(PersonClause clause) {
            var people = new ArrayList<UUID>();
            credentials.forEach((person, held) -> {
                if (fulfils(held, clause)) {
                    people.add(person);
                }
            });
            return people;
        }

        private static boolean fulfils(Set<String> held, PersonClause clause) {
            if (clause instanceof PersonClause.All all) {
                return all.of().stream().allMatch(one -> fulfils(held, one));
            }
            if (clause instanceof PersonClause.Any any) {
                return any.of().stream().anyMatch(one -> fulfils(held, one));
            }
            return held.contains(((PersonClause.Holds) clause).credential());
        }

        /** Every assignment is tried: each slot stays empty or goes to someone who has none yet. */
        int mostSlotsFilled(List<PersonClause> slots) {
            return mostSlotsFilled(slots, new HashSet<>());
        }

        private int mostSlotsFilled(List<PersonClause> slots, Set<UUID> taken) {
            if (slots.isEmpty()) {
                return 0;
            }
            var others = slots.subList(1, slots.size());
            int most = mostSlotsFilled(others, taken);
            for (var person : whoFulfil(slots.get(0))) {
                if (taken.add(person)) {
                    most = Math.max(most, 1 + mostSlotsFilled(others, taken));
                    taken.remove(person);
                }
            }
            return most;
        }
    }
}
