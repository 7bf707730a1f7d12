package io.partnercompetencies.access;

import static io.partnercompetencies.access.Role.EXECUTIVE_REPORT_VIEWER;
import static io.partnercompetencies.access.Role.GLOBAL_ADMIN;
import static io.partnercompetencies.access.Role.LEARNING_PROVIDER;
import static io.partnercompetencies.access.Role.PERFORMANCE_PROVIDER;
import static io.partnercompetencies.access.Role.REPORT_VIEWER;
import static io.partnercompetencies.access.Role.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Set<Role> NEVER_SEE_PEOPLE =
            EnumSet.of(REPORT_VIEWER, LEARNING_PROVIDER, PERFORMANCE_PROVIDER, USER);

    @Test
    void a_report_viewer_sees_no_people_and_whoever_manages_them_does() {
        for (var role : Role.values()) {
            assertThat(Permissions.showPeople(Set.of(role)))
                    .as(role.text())
                    .isEqualTo(!NEVER_SEE_PEOPLE.contains(role));
            assertThat(Permissions.showPeople(EnumSet.of(role, USER)))
                    .as(role.text() + " and user")
                    .isEqualTo(!NEVER_SEE_PEOPLE.contains(role));
        }
        assertThat(Permissions.showPeople(Set.of())).isFalse();
    }

    @Test
    void another_role_gives_a_report_viewer_what_it_has() {
        assertThat(Permissions.showPeople(Set.of(REPORT_VIEWER, USER))).isFalse();
        assertThat(Permissions.showPeople(Set.of(REPORT_VIEWER, EXECUTIVE_REPORT_VIEWER)))
                .isTrue();
        assertThat(Permissions.showPeople(Set.of(REPORT_VIEWER, GLOBAL_ADMIN))).isTrue();
    }
}
