package io.partnercompetencies.membership;

import io.partnercompetencies.rules.Cause;
import io.partnercompetencies.rules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a company must learn at once.
 *
 * @param message the programme's sentence in the asked language
 * @param competencyId absent in reminders; likewise {@code level} and {@code cause}
 * @param people null in reminders, and for those who may see none; likewise {@code achievements}
 * @param bitesOn the anniversary
 */
record AlertView(
        UUID id,
        AlertType type,
        AlertState state,
        String message,
        String competencyId,
        Level level,
        Cause cause,
        List<Person> people,
        List<UUID> achievements,
        LocalDate bitesOn,
        Instant raisedAt,
        Instant clearedAt) {

    @Schema(name = "AlertPerson")
    record Person(UUID userId, String displayName) {}

    static AlertView of(Alert alert, String message, Map<UUID, String> names) {
        if (alert.type() == AlertType.RENEWAL_REMINDER) {
            return withoutPeople(alert, message);
        }
        return of(
                alert,
                message,
                alert.people().stream().map(id -> new Person(id, names.get(id))).toList(),
                alert.achievements());
    }

    static AlertView withoutPeople(Alert alert, String message) {
        return of(alert, message, null, null);
    }

    private static AlertView of(Alert alert, String message, List<Person> people, List<UUID> achievements) {
        return new AlertView(
                alert.id(),
                alert.type(),
                alert.clearedAt() == null ? AlertState.OPEN : AlertState.CLEARED,
                message,
                alert.competencyId(),
                alert.level(),
                alert.cause(),
                people,
                achievements,
                alert.bitesOn(),
                alert.raisedAt(),
                alert.clearedAt());
    }
}
