package io.partnercompetencies.launch;

import io.partnercompetencies.account.LinkAccount;
import io.partnercompetencies.account.Linking;
import io.partnercompetencies.achievement.AchievementService;
import io.partnercompetencies.achievement.NewAchievement;
import io.partnercompetencies.rules.AccountKind;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.user.Departures;
import io.partnercompetencies.user.NewUser;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Employees of the demo partner, who join with their account associated and their exams passed. */
@Singleton
class DemoEmployees {

    private final UserService users;
    private final Departures departures;
    private final Linking linking;
    private final AchievementService achievements;

    DemoEmployees(UserService users, Departures departures, Linking linking, AchievementService achievements) {
        this.users = users;
        this.departures = departures;
        this.linking = linking;
        this.achievements = achievements;
    }

    Uni<UUID> join(UUID organizationId, String name, Instant at, String... exams) {
        var lower = name.toLowerCase(Locale.ROOT);
        var account = lower + ".demo@outlook.example";
        var user = new NewUser(name, "of Contoso", name + " of Contoso", lower + "@contoso.example", null);
        var passed = Stream.of(exams)
                .map(exam -> new NewAchievement(
                        account, AchievementType.EXAM, exam, at.minus(Duration.ofDays(30)), null, "demo"))
                .toList();
        return users.firstPassword()
                .chain(password -> users.createAt(organizationId, user, password, at))
                .map(created -> created.user().id())
                .call(userId -> linking.linkAt(organizationId, userId, new LinkAccount(account, AccountKind.LEARN), at)
                        .chain(() -> achievements.recordAt(passed, at)));
    }

    Uni<Void> leave(UUID organizationId, UUID userId, Instant at) {
        return departures.leaveAt(organizationId, userId, (anyRoles, anyVersion) -> {}, at);
    }
}
