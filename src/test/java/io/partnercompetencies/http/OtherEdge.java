package io.partnercompetencies.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Two portals may call the service from a browser, a body must arrive within a second, and four calls are at work at
 * once while two more wait.
 */
public class OtherEdge implements QuarkusTestProfile {

    static final String PORTAL = "https://portal.contoso.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "competencies.cors.origins",
                PORTAL + ", http://localhost:3000",
                "competencies.limits.body-patience",
                "PT1S",
                "quarkus.datasource.reactive.max-size",
                "5",
                "competencies.database.longest-queue",
                "2");
    }
}
