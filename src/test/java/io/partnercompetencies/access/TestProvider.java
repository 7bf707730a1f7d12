package io.partnercompetencies.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider that signs whatever it is asked to, and goes away and comes back. */
final class TestProvider {

    static final String AUDIENCE = "partner-competencies";

    private final int port;
    private HttpServer server;
    private volatile RsaJsonWebKey key = newKey();

    TestProvider(int port) {
        this.port = port;
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/tests";
    }

    void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext(
                "/realms/tests/.well-known/openid-configuration",
                call -> answer(
                        call,
                        new JsonObject()
                                .put("issuer", issuer(port))
                                .put("jwks_uri", issuer(port) + "/keys")
                                .put("token_endpoint", issuer(port) + "/protocol/openid-connect/token")));
        server.createContext(
                "/realms/tests/keys",
                call -> answer(
                        call,
                        new JsonObject()
                                .put(
                                        "keys",
                                        new JsonArray(List.of(
                                                new JsonObject(key.toParams(OutputControlLevel.PUBLIC_ONLY)))))));
        server.start();
    }

    void down() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Signs with another key from now on, and no longer shows the old one. */
    void rotate() {
        key = newKey();
    }

    private static void answer(HttpExchange call, JsonObject body) throws IOException {
        var bytes = body.toBuffer().getBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** Of somebody with realm roles as Keycloak writes them. */
    Map<String, Object> claims(String name, String... roles) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer(port));
        claims.put("aud", List.of("account", AUDIENCE));
        claims.put("sub", "subject of " + name);
        claims.put("preferred_username", name);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond());
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    String token(Map<String, Object> claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        return signed(jws, claims);
    }

    String unsigned(Map<String, Object> claims) {
        var header = "{\"alg\":\"none\",\"kid\":\"" + key.getKeyId() + "\"}";
        return encoded(header) + "." + encoded(new JsonObject(claims).encode()) + ".";
    }

    /** As somebody does who knows nothing but the public key, and hopes that it is taken for a shared secret. */
    String withThePublicKeyAsSecret(Map<String, Object> claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("HS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return signed(jws, claims);
    }

    private static String signed(JsonWebSignature jws, Map<String, Object> claims) {
        try {
            jws.setPayload(new JsonObject(claims).encode());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RsaJsonWebKey newKey() {
        try {
            var made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("key-" + System.nanoTime());
            made.setUse("sig");
            made.setAlgorithm("RS256");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
