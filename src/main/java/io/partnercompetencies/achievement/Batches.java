package io.partnercompetencies.achievement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.problem.RowProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many reports in one call: a row that cannot be bound or breaks a rule does not keep the others out. */
@Singleton
class Batches {

    static final int LARGEST = 1_000;

    /** @param status the HTTP status that the row would have got by itself */
    @Schema(name = "BatchItem")
    record Item(int index, int status, UUID id, RowProblem problem) {}

    @Schema(name = "BatchResult")
    record Result(List<Item> items) {}

    private final AchievementService achievements;
    private final ReportBinding binding;

    Batches(AchievementService achievements, ReportBinding binding) {
        this.achievements = achievements;
        this.binding = binding;
    }

    Uni<Result> record(ArrayNode rows) {
        if (rows.size() > LARGEST) {
            throw Refusal.invalid("", "A batch has at most 1,000 achievements; this one has " + rows.size() + ".");
        }
        var bound = new ArrayList<NewAchievement>();
        var answers = new ArrayList<Reported>();
        for (var row : rows) {
            try {
                bound.add(binding.bind(row));
                answers.add(null);
            } catch (Refusal refusal) {
                answers.add(Reported.refused(refusal));
            }
        }
        return achievements.record(bound).map(recorded -> {
            var next = recorded.iterator();
            answers.replaceAll(answer -> answer == null ? next.next() : answer);
            return result(answers);
        });
    }

    private static Result result(List<Reported> answers) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            items.add(new Item(
                    i,
                    answer.status(),
                    answer.achievement() == null ? null : answer.achievement().id(),
                    answer.refusal() == null ? null : RowProblem.of(answer.refusal())));
        }
        return new Result(items);
    }
}
