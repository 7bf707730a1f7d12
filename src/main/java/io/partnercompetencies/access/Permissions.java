package io.partnercompetencies.access;

import static io.partnercompetencies.access.Role.ACCOUNT_ADMIN;
import static io.partnercompetencies.access.Role.EXECUTIVE_REPORT_VIEWER;
import static io.partnercompetencies.access.Role.GLOBAL_ADMIN;
import static io.partnercompetencies.access.Role.LEARNING_PROVIDER;
import static io.partnercompetencies.access.Role.MPN_PARTNER_ADMIN;
import static io.partnercompetencies.access.Role.PERFORMANCE_PROVIDER;
import static io.partnercompetencies.access.Role.PROGRAMME_ADMIN;
import static io.partnercompetencies.access.Role.REPORT_VIEWER;
import static io.partnercompetencies.access.Role.USER;
import static io.partnercompetencies.access.Role.USER_MANAGEMENT_ADMIN;
import static java.util.Map.entry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which roles may make which call: the matrix, one line a call. A call that is not in it is the programme
 * administrator's alone. Whoever belongs to an organisation reaches that one only.
 */
final class Permissions {

    private static final Rule EVERYBODY = Rule.everybody();
    private static final Rule USERS = Rule.anyOf(GLOBAL_ADMIN, ACCOUNT_ADMIN, USER_MANAGEMENT_ADMIN);
    private static final Rule STATUS =
            Rule.anyOf(GLOBAL_ADMIN, MPN_PARTNER_ADMIN, REPORT_VIEWER, EXECUTIVE_REPORT_VIEWER);
    private static final Rule PEOPLE_AND_SKILLS = Rule.anyOf(GLOBAL_ADMIN, MPN_PARTNER_ADMIN, EXECUTIVE_REPORT_VIEWER);
    private static final Rule BUYING = Rule.anyOf(GLOBAL_ADMIN, MPN_PARTNER_ADMIN);
    private static final Rule INTEGRATING = Rule.anyOf(GLOBAL_ADMIN, MPN_PARTNER_ADMIN);
    private static final Rule LEARNING = Rule.anyOf(LEARNING_PROVIDER);
    private static final Rule FIGURES = Rule.anyOf(PERFORMANCE_PROVIDER);
    private static final Rule GLOBAL = Rule.anyOf(GLOBAL_ADMIN);
    private static final Rule ABOUT_THE_ORGANIZATION = Rule.anyOf(
            GLOBAL_ADMIN,
            MPN_PARTNER_ADMIN,
            ACCOUNT_ADMIN,
            USER_MANAGEMENT_ADMIN,
            REPORT_VIEWER,
            EXECUTIVE_REPORT_VIEWER);

    /** Without one of these, status and reports leave out whoever they are about. */
    private static final Set<Role> WITH_PERSONAL_DATA = Collections.unmodifiableSet(EnumSet.of(
            PROGRAMME_ADMIN,
            GLOBAL_ADMIN,
            MPN_PARTNER_ADMIN,
            ACCOUNT_ADMIN,
            USER_MANAGEMENT_ADMIN,
            EXECUTIVE_REPORT_VIEWER));

    private static final String ORGANIZATION = "/v1/organizations/{organizationId}";
    private static final String ONE_USER = ORGANIZATION + "/users/{userId}";

    private static final Map<String, Rule> MATRIX = Map.ofEntries(
            entry("GET /v1/me", EVERYBODY),
            entry("POST /v1/me/password", EVERYBODY),
            entry("GET /v1/competencies", EVERYBODY),
            entry("GET /v1/competencies/{competencyId}", EVERYBODY),
            entry("GET /v1/credentials", EVERYBODY),
            entry("GET " + ORGANIZATION, ABOUT_THE_ORGANIZATION),
            entry("PATCH " + ORGANIZATION, GLOBAL),
            entry("GET " + ORGANIZATION + "/locations", ABOUT_THE_ORGANIZATION),
            entry("GET " + ORGANIZATION + "/audit-records", GLOBAL),
            entry("POST " + ORGANIZATION + "/users", USERS),
            entry("GET " + ORGANIZATION + "/users", USERS),
            entry("GET " + ONE_USER, USERS.orOneself()),
            entry("PATCH " + ONE_USER, USERS),
            entry("DELETE " + ONE_USER, USERS),
            entry("POST " + ONE_USER + "/password-reset", USERS),
            entry("DELETE " + ONE_USER + "/personal-data", GLOBAL),
            entry("POST " + ORGANIZATION + "/user-imports", USERS),
            entry("GET " + ORGANIZATION + "/user-imports/{importId}", USERS),
            entry("GET " + ORGANIZATION + "/user-imports/{importId}/log", USERS),
            entry("POST " + ONE_USER + "/microsoft-accounts", Rule.ONESELF),
            entry("GET " + ONE_USER + "/microsoft-accounts", GLOBAL.orOneself()),
            entry("DELETE " + ONE_USER + "/microsoft-accounts/{associationId}", Rule.ONESELF),
            entry("POST /v1/achievements", LEARNING),
            entry("GET /v1/achievements", LEARNING),
            entry("POST /v1/achievements/batch", LEARNING),
            entry("DELETE /v1/achievements/{achievementId}", LEARNING),
            entry("POST /v1/achievement-imports", LEARNING),
            entry("GET /v1/achievement-imports/{importId}", LEARNING),
            entry("GET /v1/achievement-imports/{importId}/log", LEARNING),
            entry("GET " + ORGANIZATION + "/achievements", PEOPLE_AND_SKILLS),
            entry("GET " + ONE_USER + "/achievements", PEOPLE_AND_SKILLS.orOneself()),
            entry("GET " + ONE_USER + "/achievements/{achievementId}/diagnosis", PEOPLE_AND_SKILLS.orOneself()),
            entry("GET " + ORGANIZATION + "/skills-report", STATUS),
            entry("GET " + ORGANIZATION + "/competencies", STATUS),
            entry("GET " + ORGANIZATION + "/competencies/{competencyId}", STATUS),
            entry("PUT " + ORGANIZATION + "/performance", FIGURES),
            entry("GET " + ORGANIZATION + "/performance", STATUS),
            entry("GET " + ORGANIZATION + "/membership", STATUS),
            entry("GET " + ORGANIZATION + "/eligibility", STATUS),
            entry("GET " + ORGANIZATION + "/marketing-profile", STATUS),
            entry("GET " + ORGANIZATION + "/alerts", STATUS),
            entry("GET " + ORGANIZATION + "/forecast", STATUS),
            entry("GET " + ORGANIZATION + "/subscriptions", STATUS),
            entry("POST " + ORGANIZATION + "/subscriptions", BUYING),
            entry("POST " + ORGANIZATION + "/subscriptions/{subscriptionId}/renewal", BUYING),
            entry("POST " + ORGANIZATION + "/webhooks", INTEGRATING),
            entry("GET " + ORGANIZATION + "/webhooks", INTEGRATING),
            entry("DELETE " + ORGANIZATION + "/webhooks/{webhookId}", INTEGRATING),
            entry("POST " + ORGANIZATION + "/webhooks/{webhookId}/test", INTEGRATING),
            entry("GET " + ORGANIZATION + "/events", INTEGRATING));

    private Permissions() {}

    /** @param call method and path as the resource declares them, such as {@code GET /v1/organizations/{organizationId}} */
    static Verdict judge(String call, Login caller, Target target) {
        if (caller.roles().contains(PROGRAMME_ADMIN)) {
            return Verdict.ALLOWED;
        }
        var rule = MATRIX.getOrDefault(call, Rule.PROGRAMME_ONLY);
        boolean byRole = caller.roles().stream()
                .anyMatch(role -> rule.roles().contains(role) && (rule == EVERYBODY || counts(role, caller, target)));
        boolean onOneself =
                rule.onOneself() && caller.userId() != null && caller.roles().contains(USER);
        if (!byRole && !onOneself) {
            return Verdict.FORBIDDEN;
        }
        if (target.inOrganization() && !reaches(caller, target)) {
            return Verdict.NOT_FOUND;
        }
        return byRole || caller.userId().equals(target.userId()) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    /**
     * A role of an organisation counts for nothing without one, and what reaches beyond all organisations is for the
     * programme's own integrations only.
     */
    private static boolean counts(Role role, Login caller, Target target) {
        boolean isTied = caller.organizationId() != null;
        return role.isOfTheProgramme() ? !isTied || target.inOrganization() : isTied || !target.inOrganization();
    }

    private static boolean reaches(Login caller, Target target) {
        return caller.organizationId() == null || caller.organizationId().equals(target.organizationId());
    }

    static boolean showPeople(Set<Role> roles) {
        return !Collections.disjoint(WITH_PERSONAL_DATA, roles);
    }
}
