package io.partnercompetencies.chaos;

import io.partnercompetencies.launch.ChaosPostgres;
import io.partnercompetencies.launch.DatabaseAccess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A database of partners, seen past the service: what is due in it, who holds what, and what came out. */
final class Due implements AutoCloseable {

    /** As good as never, for what shall not be due yet. */
    private static final String LATER = "interval '1 year'";

    /** Everything that counting writes, without what differs between two runs: ids and the instants of the clock. */
    private static final Map<String, String> OUTCOME = Map.of(
            "standings",
                    "select organization_id, revision, counted_through, next_due_at, retry_at, failures, stale, pending, snapshot from standing",
            "history", "select * from level_history",
            "held", "select * from held_level",
            "alerts",
                    "select organization_id, type, competency_id, level, cause, people, achievements, bites_on, raised_at, cleared_at from alert",
            "terms", "select organization_id, id, level, status, starts_on, expires_on, ended_on from subscription",
            "credits", "select * from credit",
            "audit",
                    "select organization_id, operation_type, resource_type, resource_id, actor_user_id, actor_roles, old_value, new_value from audit_record");

    private final ChaosPostgres server;
    private final String name;
    final DatabaseAccess access;
    private final Queue<String> heldBack = new ArrayDeque<>();
    private Connection superuser;

    Due(ChaosPostgres server, String name, DatabaseAccess access) {
        this.server = server;
        this.name = name;
        this.access = access;
    }

    /** Nothing is due until {@link #release}, so that the copies can start. */
    void holdBack() throws IOException, SQLException {
        change("update standing set next_due_at = next_due_at + " + LATER);
        heldBack.addAll(texts("select organization_id from standing order by organization_id"));
    }

    /** So many more organisations become due at once. */
    void release(int count) throws IOException, SQLException {
        var released = new ArrayList<String>();
        while (released.size() < count && !heldBack.isEmpty()) {
            released.add(heldBack.poll());
        }
        change("update standing set next_due_at = next_due_at - " + LATER + " where organization_id = any('{"
                + String.join(",", released) + "}')");
    }

    void releaseAll() throws IOException, SQLException {
        release(heldBack.size());
    }

    /** How many organisations are due and not counted, those excepted. */
    int waitingExcept(Set<UUID> some) throws IOException, SQLException {
        var waiting = ids("select organization_id from standing where next_due_at <= now()");
        waiting.removeAll(some);
        return waiting.size();
    }

    int waiting() throws IOException, SQLException {
        return waitingExcept(Set.of());
    }

    /** Due organisations whose rows a copy has locked at this moment. */
    Set<UUID> heldBy(String copy) throws IOException, SQLException {
        return ids("select organization_id from standing where next_due_at <= now() and xmax::text = any("
                + "select backend_xid::text from pg_stat_activity where backend_xid is not null"
                + " and datname = current_database() and application_name = '" + copy + "')");
    }

    /** Whether these have been counted. */
    boolean isCounted(Set<UUID> organizations) throws IOException, SQLException {
        var waiting = ids("select organization_id from standing where next_due_at <= now()");
        waiting.retainAll(organizations);
        return waiting.isEmpty();
    }

    /** The rows of all that counting writes, in one order. */
    Map<String, List<String>> outcome() throws IOException, SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var table : OUTCOME.entrySet()) {
            all.put(table.getKey(), texts("select r::text from (" + table.getValue() + ") r order by 1"));
        }
        return all;
    }

    /** One figure, such as a count. */
    long number(String query) throws IOException, SQLException {
        return Long.parseLong(texts(query).get(0));
    }

    List<String> texts(String query) throws IOException, SQLException {
        try (var statement = superuser().createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Set<UUID> ids(String query) throws IOException, SQLException {
        var ids = new HashSet<UUID>();
        texts(query).forEach(text -> ids.add(UUID.fromString(text)));
        return ids;
    }

    private void change(String sql) throws IOException, SQLException {
        try (var statement = superuser().createStatement()) {
            statement.execute(sql);
        }
    }

    /** One for all questions, which are asked a hundred times a second. */
    private Connection superuser() throws IOException, SQLException {
        if (superuser == null) {
            superuser = server.superuser(name);
        }
        return superuser;
    }

    @Override
    public void close() throws SQLException {
        if (superuser != null) {
            superuser.close();
        }
    }
}
