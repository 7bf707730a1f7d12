package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;

/** Which overrides can be set, and until when (R7). */
@Singleton
class OverrideLaws {

    private static final Period USUAL = Period.ofMonths(3);

    private final Catalogue catalogue;

    OverrideLaws(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    OverrideView override(UUID id, NewOverride wanted, Instant at, String by) {
        var competency = catalogue
                .competency(wanted.competencyId())
                .orElseThrow(() -> Refusal.invalid("/competencyId", "competencyId is no competency of the catalogue."));
        if (!competency.history().at(at).levels().contains(wanted.level())) {
            throw Refusal.invalid("/level", wanted.competencyId() + " has no level " + wanted.level() + " now.");
        }
        var until = wanted.until() == null ? usualEnd(at) : wanted.until();
        if (!until.isAfter(at)) {
            throw Refusal.invalid("/until", "until must be after now.");
        }
        return new OverrideView(id, wanted.competencyId(), wanted.level(), wanted.reason(), until, at, by, null, null);
    }

    /** Three months of the calendar: the last day of a month where the day does not exist in the third. */
    static Instant usualEnd(Instant from) {
        return from.atOffset(ZoneOffset.UTC).plus(USUAL).toInstant();
    }
}
