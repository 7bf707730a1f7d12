package io.partnercompetencies.user;

import io.partnercompetencies.access.Grants;
import io.partnercompetencies.access.Role;
import io.partnercompetencies.http.CsvHeader;
import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges each row of a file by what holds for a single new employee. */
@Singleton
class ImportCheck {

    private static final int LONGEST_EMAIL = 254;
    private static final int SHOWN = 40;

    private final Validator validator;

    ImportCheck(Validator validator) {
        this.validator = validator;
    }

    ImportedRow check(int row, CsvHeader header, List<String> cells, Set<Role> importer) {
        var values = header.values(cells);
        var email = values.get("email");
        var complaint = header.complaint(cells);
        if (complaint != null) {
            return ImportedRow.faulty(row, shown(email), complaint);
        }
        var roles = values.get("roles");
        var wanted = new NewUser(
                values.get("firstName"),
                values.get("lastName"),
                values.get("displayName"),
                email,
                roles == null ? List.of() : List.of(roles.split("\\s+")));
        var violations = validator.validate(wanted);
        var error = violations.isEmpty() ? errorOfRoles(wanted.roles(), importer) : sentences(violations);
        return error == null ? ImportedRow.fine(row, wanted) : ImportedRow.faulty(row, shown(email), error);
    }

    private static String sentences(Set<ConstraintViolation<NewUser>> violations) {
        return violations.stream()
                .map(violation ->
                        sentence(violation.getPropertyPath().iterator().next().getName(), violation))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Some messages begin with the name of the column. */
    private static String sentence(String column, ConstraintViolation<NewUser> violation) {
        var message = violation.getMessage();
        return column + ": " + (message.startsWith(column + " ") ? message.substring(column.length() + 1) : message);
    }

    private static String errorOfRoles(List<String> roles, Set<Role> importer) {
        var given = EnumSet.of(Role.USER);
        for (var role : roles) {
            try {
                given.addAll(Roles.of(List.of(role)));
            } catch (Refusal unknown) {
                return "roles: '%s' %s".formatted(abbreviated(role), unknown.getMessage());
            }
        }
        if (Grants.mayGive(importer, given)) {
            return null;
        }
        given.remove(Role.USER);
        return given.isEmpty() ? "You may not create users." : "roles: you may not give " + Role.text(given) + ".";
    }

    private static String abbreviated(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** What the log can say of the address of a row that is refused. */
    private static String shown(String email) {
        boolean isShown = email != null
                && email.length() <= LONGEST_EMAIL
                && email.chars().noneMatch(Character::isISOControl);
        return isShown ? email : null;
    }
}
