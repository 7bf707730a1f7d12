package io.partnercompetencies.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** People sign in with an OpenID Connect provider, which the test brings up. */
public class WithProvider implements QuarkusTestProfile {

    private static final String PORT = "tests.provider.port";

    /** One for the whole run: this is asked in several class loaders, and of the test's own. */
    static int port() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(freePort()));
            }
            return Integer.getInteger(PORT);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "competencies.oidc.issuer",
                TestProvider.issuer(port()),
                "competencies.oidc.audience",
                TestProvider.AUDIENCE,
                "quarkus.oidc.tenant-enabled",
                "true",
                // A new key is asked for at once; how seldom it is asked for is for the tests with Keycloak.
                "quarkus.oidc.token.forced-jwk-refresh-interval",
                "PT0.001S");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
