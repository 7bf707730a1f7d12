package io.partnercompetencies.achievement;

import io.partnercompetencies.account.MicrosoftAccount;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Credential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What is to be written for a list of reports, and what each is answered (P7). Pure: the accounts are locked, so what
 * was known stays true. A report that stands twice in the list finds what the first one made.
 */
final class ReportPlan {

    static final String REVOKED = "This achievement has been revoked; it cannot be reported again.";

    private final Map<Achievement.Identity, Achievement> known = new HashMap<>();
    private final Map<UUID, Achievement> inserts = new LinkedHashMap<>();
    private final Map<UUID, Achievement> updates = new LinkedHashMap<>();
    private final Map<UUID, Achievement> former = new HashMap<>();
    private final List<Reported> answers = new ArrayList<>();
    private final Instant now;
    private final Supplier<UUID> newId;

    ReportPlan(Collection<Achievement> known, Instant now, Supplier<UUID> newId) {
        known.forEach(achievement -> this.known.put(achievement.identity(), achievement));
        this.now = now;
        this.newId = newId;
    }

    static Achievement.Identity identity(NewAchievement report, MicrosoftAccount account) {
        return new Achievement.Identity(account.id(), Credential.key(report.credential()), report.achievedAt());
    }

    void add(NewAchievement report, MicrosoftAccount account) {
        var existing = known.get(identity(report, account));
        if (existing == null) {
            answers.add(Reported.recorded(insert(report, account).view(account.email())));
        } else if (existing.revokedAt() != null) {
            answers.add(Reported.refused(new Refusal(Code.ACHIEVEMENT_REVOKED, REVOKED)));
        } else if (existing.says(report)) {
            answers.add(Reported.known(existing.view(account.email())));
        } else {
            former.putIfAbsent(existing.id(), existing);
            answers.add(Reported.known(update(existing.updated(report)).view(account.email())));
        }
    }

    private Achievement insert(NewAchievement report, MicrosoftAccount account) {
        var achievement = new Achievement(
                account.id(),
                newId.get(),
                report.type(),
                report.credential(),
                report.achievedAt(),
                report.expiresAt(),
                report.source(),
                now,
                null);
        inserts.put(achievement.id(), achievement);
        known.put(achievement.identity(), achievement);
        return achievement;
    }

    private Achievement update(Achievement achievement) {
        var written = inserts.containsKey(achievement.id()) ? inserts : updates;
        written.put(achievement.id(), achievement);
        known.put(achievement.identity(), achievement);
        return achievement;
    }

    List<Achievement> inserts() {
        return List.copyOf(inserts.values());
    }

    List<Achievement> updates() {
        return List.copyOf(updates.values());
    }

    /** What one that is updated was before. */
    Achievement former(Achievement updated) {
        return former.get(updated.id());
    }

    /** In the order of the reports. */
    List<Reported> answers() {
        return answers;
    }
}
