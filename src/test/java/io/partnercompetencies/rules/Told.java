package io.partnercompetencies.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What is said of a competency, in a form that two evaluators have in common. Figures are texts: 2, 2000, 12.5. */
record Told(List<OfLevel> levels, int pendingAchievements) {

    record OfLevel(
            Level level,
            boolean met,
            MetBy metBy,
            String progress,
            String option,
            boolean started,
            List<OfOption> options) {}

    record OfOption(String option, boolean met, String progress, Node proof) {}

    /** @param people those who fulfil the clause by themselves, by id; null where nobody is asked for */
    record Node(
            Proof.Kind kind,
            boolean met,
            String required,
            String counted,
            String pending,
            String missing,
            String threshold,
            Months window,
            List<UUID> people,
            List<Node> children) {}

    static Told of(CompetencyStatus status) {
        return new Told(status.levels().stream().map(Told::of).toList(), status.pendingAchievements());
    }

    private static OfLevel of(LevelStatus level) {
        return new OfLevel(
                level.level(),
                level.met(),
                level.metBy(),
                level.progress().toString(),
                level.option(),
                level.started(),
                level.options().stream()
                        .map(option -> new OfOption(
                                option.option(), option.met(), option.progress().toString(), of(option.proof())))
                        .toList());
    }

    private static Node of(Proof proof) {
        return new Node(
                proof.kind(),
                proof.met(),
                text(proof.required()),
                text(proof.counted()),
                text(proof.pending()),
                text(proof.missing()),
                text(proof.threshold()),
                proof.window(),
                proof.contributors() == null
                        ? null
                        : proof.contributors().stream().map(Contributor::userId).toList(),
                proof.children() == null
                        ? null
                        : proof.children().stream().map(Told::of).toList());
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toString();
    }
}
