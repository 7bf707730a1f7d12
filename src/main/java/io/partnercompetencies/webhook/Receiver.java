package io.partnercompetencies.webhook;

import io.partnercompetencies.problem.Refusal;
import java.net.URI;
import java.net.URISyntaxException;

/** The address that a webhook posts to. */
record Receiver(URI url) {

    private static final int LONGEST = 2000;

    /** Refused where nothing could ever be posted there. */
    static Receiver of(String text) {
        var url = parsed(text);
        boolean isWeb = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!isWeb || url.getHost() == null || text.length() > LONGEST) {
            throw invalid("url is an absolute https or http address with a host, of 2,000 characters at most.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw invalid("url has neither a user name nor a fragment: deliveries are known by their signature.");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw invalid("url has a port from 1 to 65535, or none.");
        }
        return new Receiver(url);
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw invalid("url is an address such as https://partner.example/competencies.");
        }
    }

    static Refusal invalid(String message) {
        return Refusal.invalid("/url", message);
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        var host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    /** Path and query, as they are asked for. */
    String target() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
