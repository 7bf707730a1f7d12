package io.partnercompetencies.launch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files in {@code deploy/kubernetes}, read as strictly as Kubernetes reads them: it must know every member. */
final class Manifests {

    static final Path FOLDER = Path.of("deploy", "kubernetes");

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("postgresql.cnpg.io/v1 Cluster", PostgresCluster.class));

    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .setAnnotationIntrospector(new NothingElse());

    /** The model's classes would take any other member, too. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    private Manifests() {}

    static Map<Path, Object> all() {
        try (var files = Files.walk(FOLDER)) {
            var read = new TreeMap<Path, Object>();
            files.filter(Files::isRegularFile).forEach(file -> read.put(file, of(text(file))));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object of(String manifest) {
        try {
            var tree = STRICT.readTree(manifest);
            var kind =
                    tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
            if (!KINDS.containsKey(kind)) {
                throw new IllegalArgumentException("nothing is known about " + kind);
            }
            return STRICT.readValue(manifest, KINDS.get(kind));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static <T> Stream<T> of(Class<T> kind) {
        return all().values().stream().filter(kind::isInstance).map(kind::cast);
    }

    static <T> T the(Class<T> kind) {
        return of(kind).reduce((one, another) -> {
                    throw new IllegalStateException("there are two of " + kind);
                })
                .orElseThrow();
    }

    /** The settings that are no secrets. */
    static Map<String, String> generated() {
        return of(Kustomization.class)
                .filter(whole -> whole.configMapGenerator() != null)
                .flatMap(whole -> whole.configMapGenerator().stream())
                .flatMap(made -> made.literals().stream())
                .map(literal -> literal.split("=", 2))
                .collect(Collectors.toMap(literal -> literal[0], literal -> literal[1]));
    }

    static NetworkPolicy policy(String name) {
        return of(NetworkPolicy.class)
                .filter(policy -> policy.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Container service() {
        return the(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    static Container migration() {
        return the(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getInitContainers()
                .get(0);
    }

    static List<Container> containers() {
        return List.of(migration(), service());
    }

    static String name(HasMetadata of) {
        return of.getMetadata().getName();
    }
}
