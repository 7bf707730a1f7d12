package io.partnercompetencies.membership;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.partnercompetencies.rules.Level;
import java.time.LocalDate;

/** What buying a level means beside the subscription that runs (M1, M4; rows 8.7 and 8.18). Pure. */
enum Purchase {
    /** Nothing runs. */
    FIRST,
    /** GOLD while SILVER runs: the silver term ends, what is held stays held. */
    UPGRADE,
    /** SILVER in the grace of GOLD: the gold term ends, and what was held by it. */
    STEP_DOWN;

    static final int UPGRADE_DISCOUNT_PERCENT = 25;

    /** @param running the running subscription, or null */
    static Purchase of(Level wanted, SubscriptionEntity running, LocalDate today) {
        if (running == null) {
            return FIRST;
        }
        if (running.level == wanted) {
            throw alreadySubscribed("A " + wanted + " subscription is running; it is renewed, not bought again.");
        }
        if (wanted == Level.GOLD) {
            return UPGRADE;
        }
        if (running.statusOn(today) == SubscriptionStatus.GRACE) {
            return STEP_DOWN;
        }
        throw alreadySubscribed("A GOLD subscription is running, and covers SILVER.");
    }

    private static Refusal alreadySubscribed(String sentence) {
        return new Refusal(Code.ALREADY_SUBSCRIBED, sentence);
    }

    SubscriptionStatus endsAs() {
        return this == UPGRADE ? SubscriptionStatus.UPGRADED : SubscriptionStatus.EXPIRED;
    }

    Integer discountPercent() {
        return this == UPGRADE ? UPGRADE_DISCOUNT_PERCENT : null;
    }
}
