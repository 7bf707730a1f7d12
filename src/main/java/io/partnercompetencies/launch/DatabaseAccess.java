package io.partnercompetencies.launch;

import java.util.Map;

/** How the service reaches its database: the owner migrates the schema, the service only reads and writes rows. */
public record DatabaseAccess(String url, Login service, Login owner) {

    /** As configuration, to be read by application.properties. */
    public Map<String, String> properties() {
        return Map.of(
                Settings.URL, url,
                Settings.USERNAME, service.name(),
                Settings.PASSWORD, service.password(),
                Settings.OWNER_USERNAME, owner.name(),
                Settings.OWNER_PASSWORD, owner.password());
    }

    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }
}
