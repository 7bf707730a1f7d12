package io.partnercompetencies.launch;

import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.logging.Logger;

/** The settings of an OpenID Connect provider: all or none, for half of them would let in the wrong people. */
final class ProviderSettings {

    private static final Logger LOG = Logger.getLogger(ProviderSettings.class);

    private ProviderSettings() {}

    static void use() {
        var issuer = Settings.value(Settings.ISSUER);
        if (issuer.isEmpty()) {
            return;
        }
        checkAddress(issuer.get());
        if (Settings.value(Settings.AUDIENCE).isEmpty()) {
            throw refused(Settings.variable(Settings.AUDIENCE)
                    + " is missing: without it tokens for other services would be accepted. It is what the provider's "
                    + "access tokens have as their audience (aud) when they are meant for this service.");
        }
        if (Settings.value(Settings.ADMIN_CLIENT).isPresent()
                != Settings.value(Settings.ADMIN_SECRET).isPresent()) {
            throw refused(Settings.variable(Settings.ADMIN_CLIENT) + " and " + Settings.variable(Settings.ADMIN_SECRET)
                    + " are set together, or neither is.");
        }
        System.setProperty("quarkus.oidc.tenant-enabled", "true");
        LOG.infof("Identity provider: %s", issuer.get());
    }

    private static void checkAddress(String issuer) {
        try {
            var address = new URI(issuer);
            boolean isHttp = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isHttp && address.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            // Said below, as of every other address that is none.
        }
        throw refused(Settings.variable(Settings.ISSUER) + " is not the address of an OpenID Connect provider, such as "
                + "https://sign-in.contoso.example/realms/partners: " + issuer);
    }

    private static StartRefused refused(String sentence) {
        return new StartRefused(StartRefused.SETTINGS, sentence);
    }
}
