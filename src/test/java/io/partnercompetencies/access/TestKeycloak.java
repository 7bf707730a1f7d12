package io.partnercompetencies.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** As much of Keycloak's admin API as the service asks for, which fails as it is told. The real one is in KeycloakIT. */
final class TestKeycloak {

    static final int SILENT = 0;

    /** By id. */
    final Map<String, JsonObject> users = new ConcurrentHashMap<>();

    final Map<String, JsonArray> roles = new ConcurrentHashMap<>();

    private final HttpServer server;
    private volatile String failsOn = "";
    private volatile int failsWith;
    private volatile String token = newToken();

    TestKeycloak(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            // Else its JSON is looked for where the JVM was started, by JDK 25 at least.
            thread.setContextClassLoader(TestKeycloak.class.getClassLoader());
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    /** @param call the method and the beginning of the path inside the realm */
    void failsOn(String call, int status) {
        failsOn = call;
        failsWith = status;
    }

    void works() {
        failsOn = "";
    }

    void forgetsTokens() {
        token = newToken();
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    private void handle(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            answer(
                    call,
                    200,
                    new JsonObject()
                            .put("access_token", token)
                            .put("expires_in", 60)
                            .toBuffer());
            return;
        }
        var request = call.getRequestMethod() + " " + path.replace("/admin/realms/tests", "");
        if (!failsOn.isEmpty() && request.startsWith(failsOn)) {
            if (failsWith != SILENT) {
                answer(call, failsWith, Buffer.buffer("{\"errorMessage\": \"as told\"}"));
            }
        } else if (!("Bearer " + token).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, Buffer.buffer("{}"));
        } else {
            serve(call, request, Buffer.buffer(call.getRequestBody().readAllBytes()));
        }
    }

    private void serve(HttpExchange call, String request, Buffer body) throws IOException {
        var parts = request.split("[ /]+");
        var id = parts.length > 2 ? parts[2] : "";
        if (request.equals("GET /roles")) {
            var all = new JsonArray();
            for (var role : Role.values()) {
                all.add(new JsonObject().put("id", "id of " + role.text()).put("name", role.text()));
            }
            answer(call, 200, all.toBuffer());
        } else if (request.equals("POST /users")) {
            var made = UUID.randomUUID().toString();
            users.put(made, body.toJsonObject().put("id", made));
            roles.put(made, new JsonArray());
            call.getResponseHeaders().add("Location", "http://keycloak/admin/realms/tests/users/" + made);
            answer(call, 201, Buffer.buffer());
        } else if (request.equals("GET /users")) {
            var name = call.getRequestURI().getQuery().replaceFirst(".*username=", "");
            var found = new JsonArray();
            users.values().stream()
                    .filter(user -> user.getString("username").equals(name))
                    .forEach(found::add);
            answer(call, 200, found.toBuffer());
        } else if (!users.containsKey(id)) {
            answer(call, 404, Buffer.buffer("{}"));
        } else if (request.endsWith("/role-mappings/realm")) {
            serveRoles(call, request, id, body);
        } else {
            if (request.startsWith("DELETE")) {
                users.remove(id);
            } else if (request.endsWith("/reset-password")) {
                users.get(id).put("credentials", new JsonArray().add(body.toJsonObject()));
            } else {
                users.get(id).mergeIn(body.toJsonObject());
            }
            answer(call, 204, Buffer.buffer());
        }
    }

    private void serveRoles(HttpExchange call, String request, String id, Buffer body) throws IOException {
        if (request.startsWith("GET")) {
            answer(call, 200, roles.get(id).toBuffer());
            return;
        }
        body.toJsonArray().forEach(role -> {
            if (request.startsWith("POST")) {
                roles.get(id).add(role);
            } else {
                roles.get(id).remove(role);
            }
        });
        answer(call, 204, Buffer.buffer());
    }

    private static void answer(HttpExchange call, int status, Buffer body) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, status == 204 || body.length() == 0 ? -1 : body.length());
        if (status != 204 && body.length() > 0) {
            call.getResponseBody().write(body.getBytes());
        }
        call.close();
    }
}
