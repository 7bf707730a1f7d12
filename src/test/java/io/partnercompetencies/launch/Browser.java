package io.partnercompetencies.launch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Signs a person in as the portal does: Keycloak's own pages, then the code for a token (PKCE). */
final class Browser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String openId;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Map<String, String> cookies = new HashMap<>();

    private Browser(String issuer) {
        this.openId = issuer + "/protocol/openid-connect";
    }

    /** The access token of somebody who has a password of their own. */
    static String signIn(String issuer, String userName, String password) {
        var browser = new Browser(issuer);
        return browser.token(browser.signIn(userName, password));
    }

    /** The access token of somebody who is asked for another password than the temporary one. */
    static String signInFirst(String issuer, String userName, String temporary, String chosen) {
        var browser = new Browser(issuer);
        var page = browser.signIn(userName, temporary);
        assertThat(page.asString()).contains("password-new");
        return browser.token(browser.fill(page, Map.of("password-new", chosen, "password-confirm", chosen)));
    }

    private Response signIn(String userName, String password) {
        var page = keep(given().queryParams(Map.of(
                        "client_id", "portal",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", KeycloakServer.PORTAL + "/",
                        "code_challenge", challenge(),
                        "code_challenge_method", "S256"))
                .get(openId + "/auth"));
        return fill(page, Map.of("username", userName, "password", password));
    }

    private Response fill(Response page, Map<String, String> fields) {
        var form = ACTION.matcher(page.asString());
        assertThat(form.find()).as(page.asString()).isTrue();
        return follow(keep(given().redirects()
                .follow(false)
                .urlEncodingEnabled(true)
                .cookies(cookies)
                .formParams(fields)
                .post(java.net.URI.create(form.group(1).replace("&amp;", "&")))));
    }

    /** To the next page, or to the portal, where nobody is. */
    private Response follow(Response answer) {
        var next = answer.getHeader("Location");
        return next == null || next.startsWith(KeycloakServer.PORTAL)
                ? answer
                : follow(keep(given().redirects().follow(false).cookies(cookies).get(java.net.URI.create(next))));
    }

    private Response keep(Response answer) {
        cookies.putAll(answer.getCookies());
        return answer;
    }

    private String token(Response sentToPortal) {
        var code = CODE.matcher(String.valueOf(sentToPortal.getHeader("Location")));
        assertThat(code.find()).as(sentToPortal.asString()).isTrue();
        return given().formParams(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "portal",
                        "redirect_uri",
                        KeycloakServer.PORTAL + "/",
                        "code",
                        code.group(1),
                        "code_verifier",
                        verifier))
                .post(openId + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
