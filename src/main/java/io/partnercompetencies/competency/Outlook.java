package io.partnercompetencies.competency;

import io.partnercompetencies.rules.CompetencyStatus;
import io.partnercompetencies.rules.Forecast;
import io.partnercompetencies.rules.Moment;
import io.partnercompetencies.rules.Tolerance;
import java.util.List;

/** Where an organisation stands at the moment of its stored evaluation, and what becomes of it from there. */
public record Outlook(Moment moment, List<CompetencyStatus> statuses, Holding holding, Forecast forecast) {

    /** Up to the instant that decides the renewal; empty without a running subscription, or once that has passed. */
    public List<Turn> turns() {
        return new Timeline(this).turns();
    }

    /** How many people the level can spare, whoever they are. */
    public Tolerance tolerance(HeldLevel level) {
        return forecast.tolerance(level.competencyId(), level.level(), moment);
    }
}
