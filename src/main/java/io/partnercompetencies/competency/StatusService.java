package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Proof;
import io.partnercompetencies.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows where an organisation stands, or stood. */
@Singleton
class StatusService {

    /**
     * @param tag what the answer depends on, but for {@code completeThrough}
     * @param view made when it is asked for: who knows the tag does not need it
     */
    record Tagged<T>(String tag, Instant completeThrough, Supplier<T> view) {

        Tagged<T> forThoseWhoSeeNoPeople() {
            return new Tagged<>(tag.substring(0, tag.length() - 1) + "-counts\"", completeThrough, view);
        }
    }

    private final StatusReader reader;
    private final StatusViews views;
    private final Catalogue catalogue;
    private final UserService users;
    private final Clock clock;

    StatusService(StatusReader reader, StatusViews views, Catalogue catalogue, UserService users, Clock clock) {
        this.reader = reader;
        this.views = views;
        this.catalogue = catalogue;
        this.users = users;
        this.clock = clock;
    }

    /** @param asOf a past instant, or null for now */
    Uni<Tagged<StatusView>> all(UUID organizationId, Instant asOf, Language language) {
        var now = clock.instant();
        var shown = asOf == null ? reader.current(organizationId, now) : past(organizationId, asOf, now);
        return shown.map(found -> tagged(found, asOf, language, () -> views.all(found, language)));
    }

    /**
     * The same for one competency, with the proof.
     *
     * @param people whether the proof may say who contributes
     */
    Uni<Tagged<CompetencyStatusView>> one(
            UUID organizationId, String competencyId, Instant asOf, Language language, boolean people) {
        var now = clock.instant();
        var competency = catalogue.competency(competencyId).orElseThrow(Refusal::notFound);
        var shown = asOf == null ? reader.proven(organizationId, now) : past(organizationId, asOf, now);
        return shown.chain(found -> {
            var status = found.status(competencyId).orElseThrow(Refusal::notFound);
            return proofs(organizationId, status, people)
                    .map(proofs -> views.one(found, status, competency, proofs, language))
                    .map(view -> people ? view : view.withoutReasons())
                    .map(view -> tagged(found, asOf, language, () -> view))
                    .map(tagged -> people ? tagged : tagged.forThoseWhoSeeNoPeople());
        });
    }

    private Uni<Function<Proof, ProofView>> proofs(UUID organizationId, CompetencyStatus status, boolean people) {
        return people
                ? users.displayNames(organizationId, people(status)).map(names -> proof -> ProofView.of(proof, names))
                : Uni.createFrom().item(ProofView::withoutPeople);
    }

    private Uni<Shown> past(UUID organizationId, Instant asOf, Instant now) {
        if (asOf.isAfter(now)) {
            throw Refusal.invalidParameter("asOf", "asOf must not be in the future.");
        }
        return reader.past(organizationId, asOf);
    }

    /** A term's state follows from its dates, so it belongs to the tag, too. */
    private static <T> Tagged<T> tagged(Shown shown, Instant asOf, Language language, Supplier<T> view) {
        var tag = "W/\"" + shown.revision() + "-" + language.tag() + "-" + shown.termState()
                + (asOf == null ? "" : "-" + asOf) + "\"";
        return new Tagged<>(tag, shown.completeThrough(), view);
    }

    private static List<UUID> people(CompetencyStatus status) {
        return status.levels().stream()
                .flatMap(level -> level.options().stream())
                .flatMap(option -> ProofView.people(option.proof()))
                .distinct()
                .toList();
    }
}
