package io.partnercompetencies.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service with a dataset, or what stands for it, that is asked where one organization after the other stands. */
final class StatusServer implements AutoCloseable {

    static final int CONNECTIONS = 64;

    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration TO_WARM_UP = Duration.ofSeconds(30);

    /** Spread over all there are, so that nearly each is asked about an organization of its own. */
    private static final int MOST = 2000;

    private final Lab lab;
    private final Database database;
    private final Service service;
    private final List<String> ids;

    private StatusServer(Lab lab, Database database, Service service, List<String> ids) {
        this.lab = lab;
        this.database = database;
        this.service = service;
        this.ids = ids;
    }

    /** The packaged one, which takes as much from one caller as it can. */
    static StatusServer packaged(Lab lab, int users) throws IOException, SQLException, InterruptedException {
        var database = lab.dataset(users).copy("status");
        var service = Service.start(database, Map.of("COMPETENCIES_LIMITS_REQUESTS_PER_SECOND", "0"));
        return new StatusServer(lab, database, service, organizations(database));
    }

    private static List<String> organizations(Database database) throws SQLException {
        var ids = new ArrayList<String>();
        try (var connection = database.connect();
                var statement = Database.statement(connection, """
                        select organization_id::text from (
                            select organization_id, row_number() over (order by organization_id) as place,
                                   count(*) over () as total
                            from standing) each
                        where place % greatest(1, total / ?) = 0""", MOST);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** The reference to it. */
    StatusServer bare() throws IOException, InterruptedException {
        var file = Files.createTempFile(Bench.FOLDER, "organizations", ".txt");
        Files.write(file, ids);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BareStatus.class.getName(),
                service.baseUrl(),
                authorization(),
                file.toString());
        var bare = Service.begin(command, database, Map.of());
        bare.awaitReady();
        return new StatusServer(lab, database, bare, ids);
    }

    private static String authorization() {
        return Service.basic("admin", Service.PASSWORD);
    }

    static String path(String id) {
        return "/v1/organizations/" + id + "/competencies";
    }

    /** The entity tag of each organization's status. */
    Map<String, String> tags() throws IOException, InterruptedException {
        var tags = new HashMap<String, String>();
        for (var id : ids) {
            tags.put(id, service.get(path(id)).headers().firstValue("ETag").orElseThrow());
        }
        return tags;
    }

    void warmUp() throws IOException {
        load(Map.of()).run(CONNECTIONS, TO_WARM_UP);
    }

    /**
     * One turn.
     *
     * @param known tags to send; with them the answers must be 304
     */
    Sample measure(Map<String, String> known) throws Exception {
        var load = load(known);
        var agreed = service.get(path(ids.get(ids.size() / 2))).body();
        return lab.measure(() -> new Work.Done(load.run(CONNECTIONS, TURN).answers(), agreed), service.process());
    }

    private HttpLoad load(Map<String, String> known) {
        var requests = ids.stream().map(id -> request(id, known.get(id))).toList();
        return new HttpLoad(new InetSocketAddress("127.0.0.1", service.port()), requests, known.isEmpty() ? 200 : 304);
    }

    private static byte[] request(String id, String known) {
        return ("GET " + path(id) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization() + "\r\n"
                        + (known == null ? "" : "If-None-Match: " + known + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        service.close();
    }
}
