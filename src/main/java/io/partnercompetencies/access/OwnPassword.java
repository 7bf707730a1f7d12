package io.partnercompetencies.access;

import io.partnercompetencies.access.StoredLogins.Stored;
import io.partnercompetencies.audit.Audit;
import io.partnercompetencies.audit.AuditEvent;
import io.partnercompetencies.audit.OperationType;
import io.partnercompetencies.audit.ResourceType;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Lets a caller replace the own password. The old one, proven or not, opens nothing any more from then on. */
@Singleton
class OwnPassword {

    private final Database database;
    private final Audit audit;
    private final OidcSettings provider;
    private final Caller caller;
    private final StoredLogins logins;
    private final ServiceAccountRepository integrations;
    private final PasswordCheck check;
    private final Passwords passwords;

    OwnPassword(
            Database database,
            Audit audit,
            OidcSettings provider,
            Caller caller,
            StoredLogins logins,
            ServiceAccountRepository integrations,
            PasswordCheck check,
            Passwords passwords) {
        this.database = database;
        this.audit = audit;
        this.provider = provider;
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
                .invoke(this::mustBeKeptHere)
                .chain(stored -> check.passes(userName, wanted.currentPassword(), stored)
                        .invoke(OwnPassword::mustBeRight)
                        .invoke(right -> mustBeGood(userName, wanted))
                        .chain(right -> passwords.hash(wanted.newPassword()))
                        .chain(hash -> replace(userName, stored.hash(), hash)));
    }

    private Uni<Void> replace(String userName, String former, String hash) {
        return database.transaction(() -> logins.replace(userName, former, hash)
                .invoke(OwnPassword::mustBeRight)
                .chain(replaced -> audit.record(changed())));
    }

    private AuditEvent changed() {
        return AuditEvent.of(
                caller.organizationId().orElse(AuditEvent.PROGRAMME),
                OperationType.CHANGE_PASSWORD,
                ResourceType.USER,
                caller.userId().orElse(null));
    }

    private static void mustBeAPerson(boolean isIntegration) {
        if (isIntegration) {
            throw new Refusal(
                    Code.FORBIDDEN,
                    "The secret of a service account does not change: have another account made, then this one"
                            + " deleted.");
        }
    }

    private void mustBeKeptHere(Stored stored) {
        if (provider.issuer().isPresent() || stored.hash() == null) {
            throw new Refusal(
                    Code.PASSWORDS_KEPT_ELSEWHERE,
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
