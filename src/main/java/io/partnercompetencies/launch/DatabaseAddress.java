package io.partnercompetencies.launch;

import java.net.URI;
import java.net.URISyntaxException;

/** An external database's URL, in the one form that both the reactive and the JDBC driver read alike. */
record DatabaseAddress(String url, String host, int port, String database) {

    private static final String FORM = " must look like postgresql://host:5432/database";

    static DatabaseAddress of(String url) {
        var uri = parse(url);
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || !namesDatabase(uri)) {
            throw wrong(FORM);
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong(" must not hold a user or password: set " + Settings.variable(Settings.USERNAME) + " and "
                    + Settings.variable(Settings.PASSWORD));
        }
        int port = uri.getPort() == -1 ? 5432 : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong(FORM + "; " + port + " is no port");
        }
        return new DatabaseAddress(url, uri.getHost(), port, uri.getPath().substring(1));
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong(FORM);
        }
    }

    private static boolean namesDatabase(URI uri) {
        return uri.getPath() != null && uri.getPath().matches("/[^/]+") && uri.getFragment() == null;
    }

    /** Without the value: a wrong one may have a password in it. */
    private static StartRefused wrong(String what) {
        return new StartRefused(StartRefused.SETTINGS, Settings.variable(Settings.URL) + what + ".");
    }

    @Override
    public String toString() {
        return "database " + database + " at " + host + ":" + port;
    }
}
