package io.partnercompetencies.launch;

import io.partnercompetencies.rules.MembershipYear;

/** The figures of the membership, checked before a table changes and said without a stack around. */
final class MembershipSettings {

    private MembershipSettings() {}

    static void check() {
        try {
            MembershipYear.of(
                    Settings.value("competencies.membership.term").orElse("P1Y"),
                    Settings.value("competencies.membership.renewal-window").orElse("P30D"),
                    Settings.value("competencies.membership.reminders").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(StartRefused.SETTINGS, e.getMessage());
        }
    }
}
