package io.partnercompetencies.user;

import io.partnercompetencies.access.FirstPassword;
import io.partnercompetencies.access.Grants;
import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes the rows of one import, one after the other, while other lanes take others. A transaction creates the user and
 * marks the row, so that a row is whole or untouched whatever happens; the password's slow hash is made before it.
 */
final class ImportLane {

    private static final Logger LOG = Logger.getLogger(ImportLane.class);

    /** With the pauses below, about half an hour. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGER_EACH_TIME = 5;

    private final Database database;
    private final ImportRowRepository rows;
    private final UserService users;
    private final Acting acting;
    private final RunningImport work;
    private final Instant now;

    /** Made and not used yet. */
    private FirstPassword password;

    private Row taken;
    private int left;

    ImportLane(
            Database database,
            ImportRowRepository rows,
            UserService users,
            Acting acting,
            RunningImport work,
            Instant now,
            int mostRows) {
        this.database = database;
        this.rows = rows;
        this.users = users;
        this.acting = acting;
        this.work = work;
        this.now = now;
        this.left = mostRows;
    }

    /** @return how many rows it took */
    Uni<Integer> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(took -> took > 0 && --left > 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> next() {
        return password().chain(first -> {
            taken = null;
            return database.transaction(() -> rows.take(work, now).chain(this::process))
                    .onFailure(failure -> taken != null)
                    .recoverWithUni(failure ->
                            database.afresh(() -> afterwards(taken, failure).replaceWith(1)));
        });
    }

    private Uni<FirstPassword> password() {
        return password != null
                ? Uni.createFrom().item(password)
                : users.firstPassword().invoke(made -> password = made);
    }

    private Uni<Integer> process(List<Row> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        taken = found.get(0);
        int row = taken.getInteger("row_number");
        if (taken.getBoolean("known")) {
            return rows.exists(work, row);
        }
        var wanted = wanted(taken);
        if (!Grants.mayGive(work.roles(), Roles.of(wanted.roles()))) {
            return rows.failed(work, row, "Whoever started the import may not create this user any more.");
        }
        var first = password;
        password = null;
        return acting.on(work.actor(), () -> users.createAt(work.organizationId(), wanted, first, now))
                .chain(made -> rows.created(work, row, made));
    }

    private static NewUser wanted(Row row) {
        var roles = row.getString("roles");
        return new NewUser(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("display_name"),
                row.getString("email"),
                roles.isEmpty() ? List.of() : List.of(roles.split(" ")));
    }

    private Uni<Integer> afterwards(Row failed, Throwable failure) {
        int row = failed.getInteger("row_number");
        int attempts = failed.getInteger("attempts") + 1;
        if (failure instanceof Refusal refusal && refusal.code() == Code.DUPLICATE_USER) {
            return database.transaction(() -> rows.exists(work, row));
        }
        if (failure instanceof Refusal refusal && refusal.code().status() < 429) {
            return database.transaction(() -> rows.failed(work, row, refusal.getMessage()));
        }
        LOG.warnf("Row %d of import %s failed, attempt %d: %s", row, work.id(), attempts, failure.getClass());
        return attempts < MOST_ATTEMPTS
                ? database.transaction(() -> rows.postpone(work, row, attempts, now.plus(pause(attempts))))
                : database.transaction(() -> rows.failed(
                        work, row, "The user could not be created. Send the row again later, or add the user alone."));
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(LONGER_EACH_TIME, attempts - 1));
    }
}
