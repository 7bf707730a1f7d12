package io.partnercompetencies;

import io.partnercompetencies.PartnerFixture.Partner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is stored of a partner, in a form in which two that have been through the same are equal. */
public final class Stored {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String ROWS = "select coalesce(string_agg(line, chr(10) order by line), '') from (%s) lines";

    /** But for ids, and for the revision, which counts the evaluations: fewer do where nobody looks in between. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put(
                "level_history",
                "select (to_jsonb(t) - 'organization_id')::text as line from level_history t where organization_id = ?");
        TABLES.put(
                "held_level",
                "select (to_jsonb(t) - 'organization_id')::text as line from held_level t where organization_id = ?");
        TABLES.put(
                "subscription",
                "select (to_jsonb(t) - 'organization_id' - 'id')::text as line from subscription t where organization_id = ?");
        TABLES.put("alert", """
                select (to_jsonb(t) - 'organization_id' - 'id' || jsonb_build_object(
                          'people', (select jsonb_agg(id order by id) from unnest(people) id),
                          'achievements', (select jsonb_agg(id order by id) from unnest(achievements) id)))::text as line
                from alert t where organization_id = ?""");
        TABLES.put(
                "standing",
                "select (to_jsonb(t) - 'organization_id' - 'revision')::text as line from standing t where organization_id = ?");
    }

    private Stored() {}

    public static Map<String, String> of(Partner partner) {
        var id = UUID.fromString(partner.id());
        var names = names(id);
        var rows = new LinkedHashMap<String, String>();
        TABLES.forEach((table, lines) -> rows.put(table, named(Sql.text(ROWS.formatted(lines), id), names)));
        return rows;
    }

    /** People, achievements and terms by the order in which they came. */
    private static Map<String, String> names(UUID organization) {
        var names = new LinkedHashMap<String, String>();
        number(names, "person", """
                select coalesce(string_agg(id::text, ',' order by id), '') from app_user where organization_id = ?""", organization);
        number(names, "achievement", """
                select coalesce(string_agg(id::text, ',' order by id), '')
                from (select distinct achievement_id as id from credit where organization_id = ?) a""", organization);
        number(names, "term", """
                select coalesce(string_agg(id::text, ',' order by id), '') from subscription where organization_id = ?""", organization);
        return names;
    }

    private static void number(Map<String, String> names, String kind, String sql, UUID organization) {
        int number = 0;
        for (var id : Sql.text(sql, organization).split(",")) {
            names.put(id, kind + " " + ++number);
        }
    }

    private static String named(String rows, Map<String, String> names) {
        return ID.matcher(rows)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    }
}
