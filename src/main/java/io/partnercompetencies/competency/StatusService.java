package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.Competency;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows where an organisation stands. */
@Singleton
class StatusService {

    /** @param tag what the answer depends on, but for {@code completeThrough} */
    record Tagged<T>(String tag, Instant completeThrough, T view) {}

    private final StatusReader reader;
    private final Catalogue catalogue;
    private final UserService users;
    private final Clock clock;

    StatusService(StatusReader reader, Catalogue catalogue, UserService users, Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.users = users;
        this.clock = clock;
    }

    Uni<Tagged<StatusView>> all(UUID organizationId, Language language) {
        var now = clock.instant();
        return reader.stored(organizationId)
                .chain(current -> current.standing().stale()
                        ? reader.judged(organizationId)
                                .map(judged -> all(judged.current(), judged.nextChange(), language, now))
                        : Uni.createFrom()
                                .item(() -> all(current, current.standing().nextDueAt(), language, now)));
    }

    Uni<Tagged<CompetencyStatusView>> one(UUID organizationId, String competencyId, Language language) {
        var now = clock.instant();
        var competency = catalogue.competency(competencyId).orElseThrow(Refusal::notFound);
        return reader.judged(organizationId).chain(judged -> {
            var status = judged.statuses().stream()
                    .filter(one -> one.competencyId().equals(competencyId))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            return users.displayNames(organizationId, people(status))
                    .map(names -> one(judged, competency, status, names, language, now));
        });
    }

    private Tagged<StatusView> all(Current current, Instant nextDueAt, Language language, Instant now) {
        var today = today(now);
        var items =
                current.snapshot().items().stream().collect(Collectors.toMap(Snapshot.Item::id, Function.identity()));
        var views = catalogue.competencies().stream()
                .filter(competency -> items.containsKey(competency.id()))
                .map(competency -> view(competency, items.get(competency.id()), current, language, today))
                .toList();
        var completeThrough = current.completeThrough(nextDueAt, now);
        return tagged(
                current,
                completeThrough,
                language,
                today,
                new StatusView(
                        current.standing().organizationId(), current.standing().evaluatedAt(), completeThrough, views));
    }

    private static StatusView.CompetencyView view(
            Competency competency, Snapshot.Item item, Current current, Language language, LocalDate today) {
        return new StatusView.CompetencyView(
                competency.id(),
                competency.names().in(language.tag()),
                item.levels().stream()
                        .map(level -> view(level, current.snapshot(), today, null))
                        .toList(),
                item.pending());
    }

    private Tagged<CompetencyStatusView> one(
            Judged judged,
            Competency competency,
            CompetencyStatus status,
            Map<UUID, String> names,
            Language language,
            Instant now) {
        var current = judged.current();
        var today = today(now);
        var item = current.snapshot().items().stream()
                .filter(one -> one.id().equals(competency.id()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var completeThrough = current.completeThrough(judged.nextChange(), now);
        var levels = item.levels().stream()
                .map(level -> view(
                        level,
                        current.snapshot(),
                        today,
                        options(status.level(level.level()), competency, names, language)))
                .toList();
        return tagged(
                current,
                completeThrough,
                language,
                today,
                new CompetencyStatusView(
                        current.standing().organizationId(),
                        current.standing().evaluatedAt(),
                        completeThrough,
                        competency.id(),
                        competency.names().in(language.tag()),
                        levels,
                        item.pending()));
    }

    private static List<LevelView.OptionView> options(
            LevelStatus level, Competency competency, Map<UUID, String> names, Language language) {
        return level.options().stream()
                .map(option -> new LevelView.OptionView(
                        option.option(),
                        competency.optionNames().get(option.option()).in(language.tag()),
                        option.met(),
                        option.progress(),
                        ProofView.of(option.proof(), names)))
                .toList();
    }

    private static LevelView view(
            Snapshot.LevelItem level, Snapshot snapshot, LocalDate today, List<LevelView.OptionView> options) {
        return new LevelView(
                level.level(),
                level.stage(snapshot.term(), today),
                level.met(),
                level.metBy(),
                level.progress(),
                level.option(),
                options);
    }

    /** A term's state follows from its dates, so the day belongs to the tag, too. */
    private static <T> Tagged<T> tagged(
            Current current, Instant completeThrough, Language language, LocalDate today, T view) {
        var term = current.snapshot().term();
        var tag = "W/\"" + current.standing().revision() + "-" + language.tag() + "-"
                + (term == null ? "NONE" : term.at(today)) + "\"";
        return new Tagged<>(tag, completeThrough, view);
    }

    private static List<UUID> people(CompetencyStatus status) {
        return status.levels().stream()
                .flatMap(level -> level.options().stream())
                .flatMap(option -> ProofView.people(option.proof()))
                .distinct()
                .toList();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
