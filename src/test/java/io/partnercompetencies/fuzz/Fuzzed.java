package io.partnercompetencies.fuzz;

import io.partnercompetencies.launch.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The packaged service, and whoever sends it requests. */
final class Fuzzed implements AutoCloseable {

    /** In all, as the build asks for. */
    static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);

    private final Path folder;
    private PackagedService service;
    private Wire wire;
    private final Contract contract;
    private final Known known;
    private final Requests requests;
    private final Faults faults;
    final Tally tally;
    final Document document;

    private Fuzzed(Path folder, PackagedService service, Document document, Known known) {
        this.folder = folder;
        this.service = service;
        this.document = document;
        this.known = known;
        wire = new Wire(service.baseUrl());
        contract = new Contract(document);
        requests = new Requests(document, known);
        faults = new Faults(known);
        tally = new Tally(document);
    }

    /** Counts achievements, and looks for receivers of events, every second. */
    static Fuzzed start(Path folder) throws IOException {
        var service = PackagedService.start(settings(folder, "1s"));
        var document = Document.of(service.baseUrl());
        return new Fuzzed(folder, service, document, new Known(document));
    }

    /** From now on nothing happens but what requests ask for. */
    void stopPasses() throws IOException {
        close();
        service = PackagedService.start(settings(folder, "off"));
        wire = new Wire(service.baseUrl());
    }

    Path folder() {
        return folder;
    }

    /** Nobody is kept out for asking too much, and a busy machine is given time: neither is what is looked for. */
    private static Map<String, String> settings(Path folder, String passes) {
        return Map.ofEntries(
                Map.entry("COMPETENCIES_DATA_DIR", folder.toString()),
                Map.entry("COMPETENCIES_BOOTSTRAP_ADMIN_PASSWORD", Caller.ADMIN_PASSWORD),
                Map.entry("COMPETENCIES_ACCESS_BCRYPT_COST", "4"),
                Map.entry("COMPETENCIES_SYNC_DELAY", "PT1S"),
                Map.entry("COMPETENCIES_SYNC_EVERY", passes),
                Map.entry("COMPETENCIES_WEBHOOKS_EVERY", passes),
                Map.entry("COMPETENCIES_TIDY_EVERY", "off"),
                Map.entry("COMPETENCIES_LIMITS_REQUESTS_PER_SECOND", "0"),
                Map.entry("COMPETENCIES_LIMITS_REFUSED_SIGN_INS_PER_SECOND", "0"),
                Map.entry("COMPETENCIES_DATABASE_CONNECT_TIMEOUT", "PT30S"),
                Map.entry("COMPETENCIES_DATABASE_ACQUIRE_TIMEOUT", "PT30S"),
                Map.entry(
                        "QUARKUS_DATASOURCE_REACTIVE_ADDITIONAL_PROPERTIES_IDLE_IN_TRANSACTION_SESSION_TIMEOUT", "60s"),
                Map.entry("JAVA_TOOL_OPTIONS", "-Xmx512m"));
    }

    /** Requests that the document allows, to calls of all kinds. */
    List<Request> allowed(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> requests.any(random).request())
                .toList();
    }

    List<Request> allowed(String call, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> requests.of(document.call(call), random).request())
                .toList();
    }

    List<Request> faulty(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> requests.any(random))
                .peek(draft -> faults.plant(draft, random))
                .map(Draft::request)
                .toList();
    }

    /** All at once; fails where an answer is not as the document says. */
    List<Answer> send(List<Request> volley) throws InterruptedException {
        var answers = wire.send(volley);
        var breaches = new ArrayList<String>();
        for (int i = 0; i < volley.size(); i++) {
            var request = volley.get(i);
            var answer = answers.get(i);
            tally.add(request, answer);
            known.learn(request, answer);
            var found = contract.breaches(request, answer);
            if (!found.isEmpty()) {
                breaches.add(told(request, answer, String.join("; ", found)));
            }
        }
        if (!breaches.isEmpty()) {
            throw new AssertionError(String.join("\n\n", breaches) + "\n\n" + whatTheServiceSays(answers));
        }
        return answers;
    }

    /** Of its own failures: of the first of them. */
    private String whatTheServiceSays(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() >= 500)
                .flatMap(answer -> answer.header("MS-RequestId").stream())
                .findFirst()
                .map(this::linesFrom)
                .orElse("");
    }

    private String linesFrom(String requestId) {
        try {
            var lines = service.output().lines().toList();
            return lines.stream()
                    .dropWhile(line -> !line.contains(requestId))
                    .limit(60)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String curl(Request request) {
        return request.curl(service.baseUrl());
    }

    String told(Request request, Answer answer, String breach) {
        var body = answer.text();
        return breach + "\n  after " + request.fault() + ", to "
                + request.call().id() + "\n  "
                + request.curl(service.baseUrl()) + "\n  " + answer.status() + " "
                + answer.headers() + "\n  " + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
    }

    @Override
    public void close() {
        wire.close();
        service.close();
    }
}
