package io.partnercompetencies.launch;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deploy/kubernetes says agrees with Kubernetes, with the service, and with itself. */
@QuarkusTest
class KubernetesTest {

    private static final Config SETTINGS = ConfigProvider.getConfig();

    private final Deployment deployment = Manifests.the(Deployment.class);
    private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    private final Map<String, String> labels =
            deployment.getSpec().getTemplate().getMetadata().getLabels();

    @ParameterizedTest
    @CsvSource({
        "service/deployment.yaml, readinessProbe:, readynessProbe:",
        "service/deployment.yaml, maxUnavailable:, maxUnavailible:",
        "service/deployment.yaml, periodSeconds: 5, periodSeconds: often",
        "service/deployment.yaml, apps/v1, apps/v2",
        "service/autoscaler.yaml, averageUtilization, averageUtilisation",
        "service/network-policy.yaml, podSelector:, podselector:",
        "monitoring/service-monitor.yaml, path:, paths:",
        "monitoring/alerts.yaml, expr:, expression:",
        "database/cluster.yaml, dataDurability: required, dataDurability: certain",
        "database/cluster.yaml, failoverQuorum, failOverQuorum",
        "kustomization.yaml, resources:, resource:"
    })
    void what_kubernetes_does_not_know_is_found_out(String file, String right, String wrong) {
        var manifest = Manifests.text(Manifests.FOLDER.resolve(file));
        var changed = manifest.replace(right, wrong);
        assertThat(changed).isNotEqualTo(manifest);
        assertThatThrownBy(() -> Manifests.of(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_file_is_read_and_belongs_to_the_whole() {
        var files = Manifests.all();
        assertThat(files).hasSizeGreaterThan(10);
        files.forEach((file, manifest) -> {
            if (manifest instanceof Kustomization whole) {
                assertThat(whole.resources())
                        .allSatisfy(
                                part -> assertThat(file.resolveSibling(part)).exists());
            } else {
                var whole = (Kustomization) files.get(file.resolveSibling("kustomization.yaml"));
                assertThat(whole.resources()).contains(file.getFileName().toString());
            }
        });
        var all = (Kustomization) files.get(Manifests.FOLDER.resolve("kustomization.yaml"));
        assertThat(all.resources()).containsExactlyInAnyOrderElementsOf(folders());
    }

    private static List<String> folders() {
        try (var folders = Files.list(Manifests.FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whoever_selects_the_copies_selects_them() {
        var budget = Manifests.the(PodDisruptionBudget.class);
        var monitor = Manifests.the(ServiceMonitor.class);
        var service = Manifests.the(Service.class);
        assertThat(Stream.concat(
                                pod.getTopologySpreadConstraints().stream()
                                        .map(TopologySpreadConstraint::getLabelSelector),
                                Stream.of(
                                        deployment.getSpec().getSelector(),
                                        budget.getSpec().getSelector(),
                                        Manifests.policy("competencies")
                                                .getSpec()
                                                .getPodSelector()))
                        .map(LabelSelector::getMatchLabels))
                .hasSize(5)
                .allSatisfy(selected -> assertThat(labels).containsAllEntriesOf(selected));
        assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(pod.getServiceAccountName()).isEqualTo(Manifests.name(Manifests.the(ServiceAccount.class)));
    }

    @Test
    void the_autoscaler_alone_says_how_many_copies_there_are() {
        var scaler = Manifests.the(HorizontalPodAutoscaler.class).getSpec();
        assertThat(scaler.getScaleTargetRef().getName()).isEqualTo(Manifests.name(deployment));
        assertThat(deployment.getSpec().getReplicas()).isNull();
        assertThat(scaler.getMinReplicas()).isGreaterThanOrEqualTo(3);
        assertThat(Manifests.service().getResources().getRequests()).containsKey("cpu");
    }

    @Test
    void probes_and_metrics_are_where_they_are_looked_for() {
        var service = Manifests.service();
        assertThat(Stream.of(service.getStartupProbe(), service.getReadinessProbe(), service.getLivenessProbe()))
                .extracting(Probe::getHttpGet)
                .allSatisfy(probe -> {
                    assertThat(probe.getPort()).isEqualTo(new IntOrString("http"));
                    get(probe.getPath()).then().statusCode(200);
                })
                .extracting(probe -> probe.getPath().replaceFirst(".*/", ""))
                .containsExactly("started", "ready", "live");
        var metrics =
                Manifests.the(ServiceMonitor.class).getSpec().getEndpoints().get(0);
        get(metrics.getPath()).then().statusCode(200);

        assertThat(service.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            // Quarkus's own; the tests run on any free one.
            assertThat(port.getContainerPort()).isEqualTo(8080);
        });
        assertThat(Manifests.the(Service.class).getSpec().getPorts())
                .singleElement()
                .satisfies(port -> {
                    assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http"));
                    assertThat(port.getName()).isEqualTo(metrics.getPort());
                });
    }

    @Test
    void a_probe_waits_longer_than_the_service_does_for_its_database() {
        assertThat(Manifests.service().getReadinessProbe().getTimeoutSeconds()).isGreaterThan(3);
    }

    @Test
    void a_copy_may_answer_what_it_has_begun() {
        var pause = Manifests.service().getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(pause + Delivered.shutdown().toSeconds() + 5);
    }

    @Test
    void every_variable_is_a_setting() {
        var known = StreamSupport.stream(SETTINGS.getPropertyNames().spliterator(), false)
                .map(Settings::variable)
                .collect(Collectors.toSet());
        var set = Stream.concat(
                        Manifests.containers().stream()
                                .flatMap(container -> container.getEnv().stream())
                                .map(EnvVar::getName),
                        Manifests.generated().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(set)
                .contains("COMPETENCIES_DATABASE_URL", "COMPETENCIES_DATABASE_OWNER_PASSWORD")
                .doesNotContain("QUARKUS_HTTP_PORT")
                .isSubsetOf(known);
    }

    @Test
    void secrets_are_named_and_none_is_told() {
        assertThat(Manifests.containers()).flatExtracting(Container::getEnv).allSatisfy(variable -> {
            if (variable.getName().matches(".*(PASSWORD|SECRET|USERNAME).*")) {
                assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
            }
        });
        assertThat(Manifests.generated())
                .isNotEmpty()
                .noneSatisfy((name, value) -> assertThat(name).matches(".*(PASSWORD|SECRET).*"));
    }

    @Test
    void only_the_migration_knows_the_owner_of_the_tables() {
        assertThat(names(Manifests.migration()))
                .contains("COMPETENCIES_DATABASE_OWNER_PASSWORD", "QUARKUS_INIT_AND_EXIT");
        assertThat(names(Manifests.service()))
                .contains("QUARKUS_FLYWAY_MIGRATE_AT_START", "COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD")
                .noneMatch(name -> name.contains("OWNER"));
    }

    private static List<String> names(Container container) {
        return container.getEnv().stream().map(EnvVar::getName).toList();
    }

    @Test
    void no_container_can_become_more_than_it_is() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(Manifests.containers()).allSatisfy(container -> {
            var context = container.getSecurityContext();
            assertThat(context.getReadOnlyRootFilesystem()).isTrue();
            assertThat(context.getAllowPrivilegeEscalation()).isFalse();
            assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container.getVolumeMounts())
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }
}
