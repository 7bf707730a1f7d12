package io.partnercompetencies.achievement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judges each row of a file by what holds for a single report. */
@Singleton
class StagingCheck {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_CODE = 100;

    private final ReportBinding binding;
    private final ReportCheck check;
    private final Database database;

    StagingCheck(ReportBinding binding, ReportCheck check, Database database) {
        this.binding = binding;
        this.check = check;
        this.database = database;
    }

    StagedReport check(int row, Supplier<JsonNode> read, Instant now) {
        JsonNode node = MissingNode.getInstance();
        try {
            node = read.get();
            var report = binding.bind(node);
            var refusal = check.refusal(report, now);
            return refusal.isEmpty()
                    ? StagedReport.possible(row, database.newId(), report)
                    : refused(row, node, refusal.get());
        } catch (Refusal refusal) {
            return refused(row, node, refusal);
        }
    }

    private static StagedReport refused(int row, JsonNode node, Refusal refusal) {
        var sentences = refusal.errors().isEmpty()
                ? refusal.getMessage()
                : refusal.errors().stream()
                        .map(error -> sentence(error.pointer(), error.message()))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return StagedReport.refused(
                row,
                shown(node.path("account"), LONGEST_EMAIL),
                shown(node.path("credential"), LONGEST_CODE),
                sentences);
    }

    /** Some messages begin with the name of the member. */
    private static String sentence(String pointer, String message) {
        if (pointer.isEmpty()) {
            return message;
        }
        var member = pointer.substring(1);
        return member + ": " + (message.startsWith(member + " ") ? message.substring(member.length() + 1) : message);
    }

    /** What the log can say of a text of a row that is refused. */
    private static String shown(JsonNode node, int longest) {
        var text = node.isTextual() ? node.textValue().strip() : "";
        boolean isShown =
                !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(StagingCheck::isUnstorable);
        return isShown ? text : null;
    }

    private static boolean isUnstorable(int one) {
        return Character.isISOControl(one) || Character.isSurrogate((char) one);
    }
}
