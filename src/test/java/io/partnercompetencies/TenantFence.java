package io.partnercompetencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Asks PostgreSQL how it would run a statement, and looks whether every table of the tenants that it reads is narrowed
 * to an organisation: by a parameter, or by another table that is joined on the organisation.
 */
final class TenantFence implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TENANT_TABLES = """
            select c.relname from pg_class c
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where c.relnamespace = 'public'::regnamespace and a.attname = 'organization_id'""";

    private final Connection database;
    final Set<String> tenantTables = new TreeSet<>();

    TenantFence() throws SQLException, IOException {
        database = TestDatabase.connectAsSuperuser();
        try (var statement = database.createStatement();
                var tables = statement.executeQuery(TENANT_TABLES)) {
            while (tables.next()) {
                tenantTables.add(tables.getString(1));
            }
        }
    }

    /** Whether the text reads or changes rows of a tenant's table, as far as words can tell. */
    boolean concerns(String text) {
        var tables = String.join("|", tenantTables);
        return Pattern.compile("(?is)\\b(from|join|update|into)\\s+(" + tables + ")\\b")
                .matcher(text)
                .find();
    }

    /** The tables, by the names the statement gives them, of which it could read any tenant's row. */
    List<String> unfenced(String sql) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("deallocate all");
            statement.execute("prepare looked_at as " + sql);
            var arguments = text(statement, """
                    select coalesce('(' || string_agg('null', ',') || ')', '')
                    from pg_prepared_statements, unnest(parameter_types) where name = 'looked_at'""");
            var plan = text(statement, "explain (verbose, costs off, format json) execute looked_at" + arguments);
            var nodes = new ArrayList<JsonNode>();
            collect(JSON.readTree(plan), nodes);
            var conditions = conditions(nodes);
            return nodes.stream()
                    .filter(node -> node.path("Node Type").asText().endsWith("Scan"))
                    .filter(node ->
                            tenantTables.contains(node.path("Relation Name").asText()))
                    .map(node -> node.path("Alias").asText())
                    .filter(alias -> !narrowed(alias, conditions))
                    .toList();
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean narrowed(String alias, String conditions) {
        var column = Pattern.quote(alias + ".organization_id");
        return Pattern.compile("\\(" + column + " = |= " + column + "\\)")
                .matcher(conditions)
                .find();
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.isObject()) {
            found.add(node);
        }
        node.forEach(child -> collect(child, found));
    }

    private static String conditions(List<JsonNode> nodes) {
        var text = new StringBuilder();
        for (var node : nodes) {
            node.fields().forEachRemaining(member -> {
                if (member.getKey().matches(".*(Cond|Filter)")) {
                    text.append(member.getValue()).append('\n');
                }
            });
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
