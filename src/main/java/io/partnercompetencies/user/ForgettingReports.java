package io.partnercompetencies.user;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Asked to forget addresses of accounts in what was sent about them, inside the transaction that erases a leaver's
 * personal data. The room of achievements implements it.
 */
public interface ForgettingReports {

    Uni<Void> forget(Set<String> accounts);
}
