package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.rules.CatchUp;
import io.partnercompetencies.rules.Facts;
import io.partnercompetencies.rules.Moment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** At which instant a pass evaluates an organisation that is due: not when it looks, but when something turned. */
@Singleton
class NextTurn {

    private final Catalogue catalogue;
    private final Memberships memberships;

    NextTurn(Catalogue catalogue, Memberships memberships) {
        this.catalogue = catalogue;
        this.memberships = memberships;
    }

    /** @param before of one that is due now */
    Instant of(Before before, Facts facts, Instant now) {
        var standing = before.standing();
        var term = before.snapshot().term();
        var turn = term == null ? null : memberships.nextTurn(term, standing.evaluatedAt());
        var last = new Moment(standing.evaluatedAt(), standing.countedThrough());
        return new CatchUp(facts, catalogue.histories(), last, standing.dueAt(), turn)
                .next(now, by -> isOther(before.snapshot().met(), facts, by));
    }

    private boolean isOther(Set<HeldLevel> met, Facts facts, Instant by) {
        return !met.equals(HeldLevel.metIn(Evaluation.statuses(facts, catalogue, Moment.settled(by))));
    }
}
