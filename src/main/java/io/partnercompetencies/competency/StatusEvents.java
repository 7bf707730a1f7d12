package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.competency.Snapshot.LevelItem;
import io.partnercompetencies.competency.StatusChanged.Code;
import io.partnercompetencies.organization.PartnerEvent;
import io.partnercompetencies.organization.PartnerEventType;
import io.partnercompetencies.rules.CompetencyLaw;
import io.partnercompetencies.rules.MetBy;
import io.partnercompetencies.rules.Stage;
import io.partnercompetencies.rules.Term;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to tell of an evaluation: achievements that count now, and levels whose stage is another one. Pure. */
@Singleton
class StatusEvents {

    private final Catalogue catalogue;

    StatusEvents(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param after the snapshot of the evaluation, {@code judgement} its losses and what was changed */
    List<PartnerEvent> of(Evaluation evaluation, Snapshot after, Judgement judgement) {
        var at = judgement.at();
        return Stream.concat(
                        evaluation.gains().stream()
                                .map(credit -> AchievementCounted.event(judgement.organizationId(), credit, at)),
                        changes(evaluation, after, judgement)
                                .map(change -> PartnerEvent.of(
                                        judgement.organizationId(),
                                        PartnerEventType.STATUS_CHANGED,
                                        change.competencyId(),
                                        at,
                                        change)))
                .toList();
    }

    /** Of most evaluations of a pass nothing has come of that the last one did not say. */
    private Stream<StatusChanged> changes(Evaluation evaluation, Snapshot after, Judgement judgement) {
        var before = evaluation.before().snapshot();
        var toldOn = day(evaluation.before().standing().evaluatedAt());
        var today = day(judgement.at());
        if (toldOn.equals(today) && before.equals(after)) {
            return Stream.empty();
        }
        var formerItems = before.items().stream().collect(Collectors.toMap(Snapshot.Item::id, Function.identity()));
        return after.items().stream()
                .flatMap(item -> item.levels().stream().flatMap(level -> {
                    var former =
                            Optional.ofNullable(formerItems.get(item.id())).flatMap(one -> one.level(level.level()));
                    var from = stage(former, before.term(), toldOn);
                    var to = stage(Optional.of(level), after.term(), today);
                    return from == to
                            ? Stream.empty()
                            : Stream.of(new StatusChanged(
                                    item.id(),
                                    level.level(),
                                    from,
                                    to,
                                    level.met(),
                                    level.metBy(),
                                    causes(item.id(), former, level, evaluation, after, judgement)));
                }));
    }

    private List<StatusChanged.Cause> causes(
            String competencyId,
            Optional<LevelItem> former,
            LevelItem now,
            Evaluation evaluation,
            Snapshot after,
            Judgement judgement) {
        var causes = new ArrayList<StatusChanged.Cause>();
        var law = law(competencyId, judgement.at());
        law.ifPresent(asks -> {
            judgement.losses().stream()
                    .filter(loss -> names(asks, loss.credential()))
                    .collect(Collectors.groupingBy(
                            loss -> Code.of(loss.cause()), () -> new EnumMap<>(Code.class), Collectors.toList()))
                    .forEach((code, lost) -> causes.add(StatusChanged.Cause.ofLosses(code, lost)));
            var gained = evaluation.gains().stream()
                    .filter(credit -> names(asks, credit.credential()))
                    .toList();
            if (!gained.isEmpty()) {
                causes.add(StatusChanged.Cause.ofGains(gained));
            }
        });
        if (judgement.cause() != null) {
            causes.add(StatusChanged.Cause.of(Code.of(judgement.cause())));
        }
        if (isWaived(now.metBy())
                || former.map(LevelItem::metBy).filter(StatusEvents::isWaived).isPresent()) {
            causes.add(StatusChanged.Cause.of(Code.OVERRIDE_CHANGES));
        }
        if (!Objects.equals(evaluation.before().snapshot().term(), after.term())) {
            causes.add(StatusChanged.Cause.of(Code.MEMBERSHIP_CHANGES));
        }
        if (causes.isEmpty()) {
            causes.add(StatusChanged.Cause.of(Code.TIME_PASSES));
        }
        return causes;
    }

    private Optional<CompetencyLaw> law(String competencyId, Instant at) {
        return catalogue.laws(at).stream()
                .filter(law -> law.id().equals(competencyId))
                .findFirst();
    }

    /** @param credential in any spelling */
    private boolean names(CompetencyLaw law, String credential) {
        var known = catalogue.credentials().named(credential);
        return known != null && law.namesCredential(known.code());
    }

    private static boolean isWaived(MetBy metBy) {
        return metBy == MetBy.OVERRIDE || metBy == MetBy.EXEMPTION;
    }

    /** A level that the catalogue did not have yet was not started. */
    private static Stage stage(Optional<LevelItem> level, Term term, LocalDate on) {
        return level.map(one -> one.stage(term, on)).orElse(Stage.NOT_STARTED);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
