package io.partnercompetencies.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/** The programme's table of who may do what, kept apart from the service's own. */
final class RoleMatrix {

    static final String EVERYBODY = "everybody";
    static final String THEMSELVES = "themselves";

    private static final Properties TABLE = new Properties();

    static {
        try (var file = RoleMatrix.class.getResourceAsStream("/access/matrix.properties")) {
            TABLE.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RoleMatrix() {}

    static Set<String> calls() {
        return TABLE.stringPropertyNames();
    }

    /** Whether the role is enough, whoever the path is about. */
    static boolean allows(String call, Role role) {
        var who = who(call);
        return role == Role.PROGRAMME_ADMIN || who.contains(EVERYBODY) || who.contains(role.text());
    }

    static boolean allowsThemselves(String call) {
        return who(call).contains(THEMSELVES);
    }

    private static Set<String> who(String call) {
        return Set.of(TABLE.getProperty(call).trim().split(" +"));
    }
}
