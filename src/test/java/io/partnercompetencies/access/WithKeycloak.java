package io.partnercompetencies.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The accounts of employees are kept in Keycloak, which the test brings up. */
public class WithKeycloak implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "competencies.oidc.issuer", TestProvider.issuer(WithProvider.port()),
                "competencies.oidc.audience", TestProvider.AUDIENCE,
                "competencies.oidc.admin.client-id", "accounts",
                "competencies.oidc.admin.client-secret", "secret",
                "quarkus.oidc.tenant-enabled", "true");
    }
}
