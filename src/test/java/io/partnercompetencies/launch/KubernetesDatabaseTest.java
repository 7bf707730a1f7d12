package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What deploy/kubernetes says of the database agrees with the service. */
@QuarkusTest
class KubernetesDatabaseTest {

    private static final Config SETTINGS = ConfigProvider.getConfig();

    private final PostgresCluster database = Manifests.the(PostgresCluster.class);

    @Test
    void the_service_finds_its_database_and_its_role_in_it() {
        var name = database.metadata().getName();
        var address = DatabaseAddress.of(Manifests.generated().get("COMPETENCIES_DATABASE_URL"));
        assertThat(address.host()).isEqualTo(name + "-rw");
        assertThat(address.database())
                .isEqualTo(database.spec().bootstrap().initdb().database());
        var role = database.spec().managed().roles().get(0);
        assertThat(secret(Manifests.service(), "COMPETENCIES_DATABASE_PASSWORD"))
                .isEqualTo(role.passwordSecret().name());
        // As its maker names it.
        assertThat(secret(Manifests.migration(), "COMPETENCIES_DATABASE_OWNER_PASSWORD"))
                .isEqualTo(name + "-app");
        assertThat(role.name())
                .isNotEqualTo(database.spec().bootstrap().initdb().owner());
        assertThat(Stream.of("competencies", "competencies-database").map(Manifests::policy))
                .allSatisfy(policy -> assertThat(policy.toString()).contains("cnpg.io/cluster=" + name, "5432"));
    }

    private static String secret(Container container, String variable) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(variable))
                .map(one -> one.getValueFrom().getSecretKeyRef().getName())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_acknowledged_is_on_two_disks() {
        var synchronous = database.spec().postgresql().synchronous();
        assertThat(database.spec().instances()).isEqualTo(3);
        assertThat(synchronous)
                .isEqualTo(new PostgresCluster.Synchronous(
                        PostgresCluster.Method.any, 1, PostgresCluster.Durability.required, true));
        assertThat(database.spec().postgresql().parameters())
                .doesNotContainKeys("fsync", "full_page_writes", "synchronous_commit");
    }

    @Test
    void the_database_has_a_connection_for_every_copy_there_may_be() {
        int copies = Manifests.the(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas()
                + Manifests.the(Deployment.class)
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal();
        int each = SETTINGS.getValue("quarkus.datasource.reactive.max-size", int.class)
                + SETTINGS.getValue("quarkus.datasource.jdbc.max-size", int.class);
        int operators = 20;
        assertThat(Integer.parseInt(database.spec().postgresql().parameters().get("max_connections")))
                .isGreaterThanOrEqualTo(copies * each + operators);
    }
}
