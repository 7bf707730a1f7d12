package io.partnercompetencies.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The reference for status calls: nothing but Vert.x and its PostgreSQL client. It checks the credentials and reads the
 * organization with the statements of the service, through a pool of the same size on as many event loops; what it
 * writes are the very bytes that the service answered before the measurement, so that they cost it nothing. Each call
 * reads for itself; the service reads the account once for all calls of an event loop that came meanwhile.
 */
public final class BareStatus {

    private static final String PATH = "/v1/organizations/";
    private static final int ID_LENGTH = 36;
    private static final int CONNECTIONS = 20;

    private static final String FIND_LOGIN = """
            select l.user_name, l.organization_id, l.user_id, l.roles, l.password_hash, l.must_change, f.locked_until
            from (select $1::text as user_name, $2::text as name_digest) asked
            left join login l on l.user_name = asked.user_name and l.disabled_at is null
            left join sign_in_failure f on f.name_digest = asked.name_digest""";

    private static final String FIND_STANDING = """
            select s.organization_id, s.revision, s.counted_through, s.next_due_at, s.stale, s.evaluated_at, s.snapshot,
                   coalesce(p.through, s.counted_through) as through
            from standing s left join sync_pass p on p.only_row where s.organization_id = $1""";

    private final Pool pool;
    private final Map<UUID, Buffer> bodies;
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "HmacSHA256");
    private final byte[] proven;

    private BareStatus(Pool pool, Map<UUID, Buffer> bodies, String password) throws GeneralSecurityException {
        this.pool = pool;
        this.bodies = bodies;
        this.proven = digest(password);
    }

    /**
     * Takes its port and the database from the environment, by the names that the service has for them.
     *
     * @param arguments the service's base URL, its Authorization header, and a file with ids of organizations
     */
    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        var authorization = arguments[1];
        // As many event loops as Quarkus has.
        int processors = Runtime.getRuntime().availableProcessors();
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(processors));
        var database = PgConnectOptions.fromUri(System.getenv("COMPETENCIES_DATABASE_URL"))
                .setUser(System.getenv("COMPETENCIES_DATABASE_USERNAME"))
                .setPassword(System.getenv("COMPETENCIES_DATABASE_PASSWORD"))
                .setCachePreparedStatements(true);
        var pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(database)
                .using(vertx)
                .build();
        var bodies = bodies(arguments[0], authorization, Path.of(arguments[2]));
        var handler = new BareStatus(pool, bodies, basic(authorization)[1]);
        var loops = new DeploymentOptions().setInstances(processors);
        vertx.deployVerticle(() -> handler.server(port), loops).onFailure(failure -> {
            failure.printStackTrace();
            System.exit(1);
        });
    }

    private static Map<UUID, Buffer> bodies(String service, String authorization, Path ids) throws Exception {
        var client = HttpClient.newHttpClient();
        var bodies = new HashMap<UUID, Buffer>();
        for (var id : Files.readAllLines(ids)) {
            var request = HttpRequest.newBuilder(URI.create(service + PATH + id + "/competencies"))
                    .header("Authorization", authorization)
                    .build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The service answered " + answer.statusCode());
            }
            bodies.put(UUID.fromString(id), Buffer.buffer(answer.body()));
        }
        return bodies;
    }

    private AbstractVerticle server(int port) {
        return new AbstractVerticle() {
            @Override
            public void start() {
                vertx.createHttpServer().requestHandler(BareStatus.this::answer).listen(port);
            }
        };
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        if (!path.startsWith(PATH)) {
            request.response().end("ready");
            return;
        }
        var organization = UUID.fromString(path.substring(PATH.length(), PATH.length() + ID_LENGTH));
        letIn(request.getHeader("Authorization"))
                .compose(let -> pool.preparedQuery(FIND_STANDING).execute(Tuple.of(organization)))
                .onSuccess(rows -> write(request, organization, rows.iterator().next()))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private Future<Void> letIn(String authorization) {
        var basic = basic(authorization);
        return pool.preparedQuery(FIND_LOGIN)
                .execute(Tuple.of(basic[0], sha256(basic[0])))
                .map(found -> check(found, basic[1]));
    }

    private Void check(RowSet<Row> found, String password) {
        var row = found.iterator().next();
        if (row.getString("password_hash") == null || !MessageDigest.isEqual(digest(password), proven)) {
            throw new IllegalStateException("not let in");
        }
        return null;
    }

    private void write(HttpServerRequest request, UUID organization, Row row) {
        request.response()
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .putHeader("Content-Language", "en")
                .putHeader("ETag", "W/\"" + row.getLong("revision") + "-en-NONE\"")
                .putHeader("Complete-Through", row.getOffsetDateTime("through").toString())
                .putHeader("Vary", "Accept-Language, Authorization")
                .putHeader("Cache-Control", "private, no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(bodies.get(organization));
    }

    private static String[] basic(String authorization) {
        var decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    }

    private byte[] digest(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
