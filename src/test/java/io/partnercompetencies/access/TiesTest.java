package io.partnercompetencies.access;

import static io.partnercompetencies.access.Role.GLOBAL_ADMIN;
import static io.partnercompetencies.access.Role.LEARNING_PROVIDER;
import static io.partnercompetencies.access.Role.PERFORMANCE_PROVIDER;
import static io.partnercompetencies.access.Role.PROGRAMME_ADMIN;
import static io.partnercompetencies.access.Role.USER;
import static io.partnercompetencies.access.Verdict.ALLOWED;
import static io.partnercompetencies.access.Verdict.FORBIDDEN;
import static io.partnercompetencies.access.Verdict.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller's organisation, or having none, makes of the roles. */
class TiesTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID ANOTHER = UUID.randomUUID();
    private static final UUID ONESELF = UUID.randomUUID();

    private static final String MEMBERSHIP = "GET /v1/organizations/{organizationId}/membership";
    private static final String FIGURES = "PUT /v1/organizations/{organizationId}/performance";
    private static final String LINK = "POST /v1/organizations/{organizationId}/users/{userId}/microsoft-accounts";

    @Test
    void a_provider_of_the_programme_reaches_every_organisation() {
        assertThat(judge(FIGURES, null, null, OWN, PERFORMANCE_PROVIDER)).isEqualTo(ALLOWED);
        assertThat(judge(FIGURES, null, null, ANOTHER, PERFORMANCE_PROVIDER)).isEqualTo(ALLOWED);
    }

    @Test
    void a_provider_that_is_tied_to_an_organisation_reaches_that_one() {
        assertThat(judge(FIGURES, OWN, null, OWN, PERFORMANCE_PROVIDER)).isEqualTo(ALLOWED);
        assertThat(judge(FIGURES, OWN, null, ANOTHER, PERFORMANCE_PROVIDER)).isEqualTo(NOT_FOUND);
    }

    @Test
    void nobody_of_an_organisation_reports_achievements_of_all_the_world() {
        var nowhere = new Target(false, null, null);
        assertThat(Permissions.judge("POST /v1/achievements", login(null, null, LEARNING_PROVIDER), nowhere))
                .isEqualTo(ALLOWED);
        assertThat(Permissions.judge("POST /v1/achievements", login(OWN, null, LEARNING_PROVIDER), nowhere))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void a_role_of_an_organisation_without_one_is_worth_nothing() {
        assertThat(judge(MEMBERSHIP, null, null, OWN, GLOBAL_ADMIN)).isEqualTo(FORBIDDEN);
        assertThat(judge(MEMBERSHIP, OWN, null, OWN, GLOBAL_ADMIN)).isEqualTo(ALLOWED);
    }

    @Test
    void the_provider_s_reach_does_not_carry_another_role_with_it() {
        assertThat(judge(MEMBERSHIP, null, null, ANOTHER, PERFORMANCE_PROVIDER, GLOBAL_ADMIN))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void only_the_person_links_and_who_belongs_to_nobody_does_not() {
        assertThat(judge(LINK, OWN, ONESELF, OWN, USER)).isEqualTo(ALLOWED);
        assertThat(judge(LINK, OWN, UUID.randomUUID(), OWN, USER)).isEqualTo(FORBIDDEN);
        assertThat(judge(LINK, OWN, UUID.randomUUID(), OWN, USER, GLOBAL_ADMIN)).isEqualTo(FORBIDDEN);
        assertThat(judge(LINK, OWN, null, OWN, GLOBAL_ADMIN)).isEqualTo(FORBIDDEN);
        assertThat(judge(LINK, OWN, ONESELF, ANOTHER, USER)).isEqualTo(NOT_FOUND);
        assertThat(judge(LINK, null, null, OWN, PROGRAMME_ADMIN)).isEqualTo(ALLOWED);
    }

    @Test
    void a_call_that_nobody_thought_of_is_the_programme_s_alone() {
        assertThat(judge("GET /v1/organizations/{organizationId}/secrets", OWN, null, OWN, GLOBAL_ADMIN))
                .isEqualTo(FORBIDDEN);
        assertThat(judge("GET /v1/organizations/{organizationId}/secrets", null, null, OWN, PROGRAMME_ADMIN))
                .isEqualTo(ALLOWED);
    }

    @Test
    void what_is_no_id_is_nobody_s() {
        assertThat(Permissions.judge(MEMBERSHIP, login(OWN, null, GLOBAL_ADMIN), new Target(true, null, null)))
                .isEqualTo(NOT_FOUND);
    }

    private static Verdict judge(String call, UUID callers, UUID callersUser, UUID organizationId, Role... roles) {
        return Permissions.judge(call, login(callers, callersUser, roles), new Target(true, organizationId, ONESELF));
    }

    private static Login login(UUID organizationId, UUID userId, Role... roles) {
        return new Login("somebody", organizationId, userId, Set.of(roles));
    }
}
