package io.partnercompetencies.access;

import io.partnercompetencies.access.StoredLogins.Stored;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Lets a caller replace the own password. The old one, proven or not, opens nothing any more from then on. */
@Singleton
class OwnPassword {

    private final Caller caller;
    private final StoredLogins logins;
    private final ServiceAccountRepository integrations;
    private final PasswordCheck check;
    private final Passwords passwords;

    OwnPassword(
            Caller caller,
            StoredLogins logins,
            ServiceAccountRepository integrations,
            PasswordCheck check,
            Passwords passwords) {
        this.caller = caller;
        this.logins = logins;
        this.integrations = integrations;
        this.check = check;
        this.passwords = passwords;
    }

    Uni<Void> change(NewPassword wanted) {
        var userName = caller.userName();
        return integrations
                .has(userName)
                .invoke(OwnPassword::mustBeAPerson)
                .chain(() -> logins.find(userName))
                .invoke(OwnPassword::mustBeKeptHere)
                .chain(stored -> check.passes(userName, wanted.currentPassword(), stored)
                        .invoke(OwnPassword::mustBeRight)
                        .invoke(right -> mustBeGood(userName, wanted))
                        .chain(right -> passwords.hash(wanted.newPassword()))
                        .chain(hash -> logins.replace(userName, stored.hash(), hash))
                        .invoke(OwnPassword::mustBeRight)
                        .replaceWithVoid());
    }

    private static void mustBeAPerson(boolean isIntegration) {
        if (isIntegration) {
            throw new Refusal(
                    Code.FORBIDDEN,
                    "The secret of a service account does not change: have another account made, then this one"
                            + " deleted.");
        }
    }

    private static void mustBeKeptHere(Stored stored) {
        if (stored.hash() == null) {
            throw new Refusal(
                    Code.FORBIDDEN,
                    "Your password is kept by the identity provider that you sign in with. Change it there.");
        }
    }

    /** Nor is it right any more when it was replaced while it was being checked. */
    private static void mustBeRight(boolean right) {
        if (!right) {
            throw Refusal.invalid("/currentPassword", "currentPassword is wrong.");
        }
    }

    private static void mustBeGood(String userName, NewPassword wanted) {
        PasswordRules.complaint(userName, wanted.currentPassword(), wanted.newPassword())
                .ifPresent(complaint -> {
                    throw Refusal.invalid("/newPassword", complaint);
                });
    }
}
