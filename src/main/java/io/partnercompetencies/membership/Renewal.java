package io.partnercompetencies.membership;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Level;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a term can be renewed on a day (M3; rules 8.11 and 8.12), and what else can be done. Pure. */
final class Renewal {

    private Renewal() {}

    /** The dates decide, whatever a pass has written. */
    static void mustBePossible(SubscriptionEntity term, LocalDate today) {
        var window = term.term().renewalWindow();
        var days = "from " + window.opensOn() + " to " + window.closesOn();
        switch (term.statusOn(today)) {
            case RENEWED ->
                throw alreadySubscribed(
                        "This term has been renewed: the one that follows it began on " + term.expiresOn + ".");
            case UPGRADED ->
                throw alreadySubscribed(
                        "This term ended on " + term.endedOn + " with an upgrade to GOLD; the GOLD term is renewed.");
            case MERGED ->
                throw alreadySubscribed("This term ended on " + term.endedOn
                        + " when organizations were merged; the term that they share is renewed.");
            case ACTIVE -> throw windowClosed("This term can be renewed " + days + " (UTC); today is " + today + ".");
            case EXPIRED -> {
                if (isReplaced(term)) {
                    throw alreadySubscribed("This term ended on " + term.endedOn
                            + " because another level was bought in the place of its renewal.");
                }
                throw windowClosed("This term could be renewed " + days + " (UTC); today is " + today
                        + ". A new subscription can be bought.");
            }
            case GRACE -> {}
        }
    }

    /** A term that is EXPIRED before its window has closed was ended by a purchase. */
    private static boolean isReplaced(SubscriptionEntity term) {
        return term.endedOn != null
                && !term.endedOn.isAfter(term.term().renewalWindow().closesOn());
    }

    /** @param alternative the level that can be bought in the place of the renewal */
    static String notMet(SubscriptionEntity term, Optional<Level> alternative) {
        return "This term can be renewed while one competency meets " + term.level + "; none does now."
                + alternative
                        .map(level -> " " + level + " is met: a " + level + " subscription can be bought until "
                                + term.term().renewalWindow().closesOn() + ", and takes the place of this one.")
                        .orElse("");
    }

    private static Refusal alreadySubscribed(String sentence) {
        return new Refusal(Code.ALREADY_SUBSCRIBED, sentence);
    }

    private static Refusal windowClosed(String sentence) {
        return new Refusal(Code.RENEWAL_WINDOW_CLOSED, sentence);
    }
}
