package io.partnercompetencies.launch;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/** CloudNativePG's resource, as far as it is used here: its documentation is not to be had as classes. */
record PostgresCluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    enum UpdateStrategy {
        unsupervised,
        supervised
    }

    enum UpdateMethod {
        restart,
        switchover
    }

    enum Method {
        any,
        first
    }

    enum Durability {
        required,
        preferred
    }

    enum AntiAffinity {
        required,
        preferred
    }

    enum Ensure {
        present,
        absent
    }

    record Spec(
            int instances,
            UpdateStrategy primaryUpdateStrategy,
            UpdateMethod primaryUpdateMethod,
            int smartShutdownTimeout,
            int switchoverDelay,
            Bootstrap bootstrap,
            Managed managed,
            Postgresql postgresql,
            Affinity affinity,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            String encoding,
            String localeProvider,
            String builtinLocale,
            boolean dataChecksums) {}

    record Managed(List<Role> roles) {}

    record Role(String name, Ensure ensure, boolean login, SecretName passwordSecret) {}

    record SecretName(String name) {}

    record Postgresql(Synchronous synchronous, Map<String, String> parameters) {}

    record Synchronous(Method method, int number, Durability dataDurability, boolean failoverQuorum) {}

    record Affinity(boolean enablePodAntiAffinity, AntiAffinity podAntiAffinityType, String topologyKey) {}

    record Storage(String size) {}
}
