package io.partnercompetencies.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Several connections to the service, each for one request at a time. */
final class Wire implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final URI service;
    private final ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    Wire(String baseUrl) {
        service = URI.create(baseUrl);
    }

    /** All of them at once, as far as there are connections; the answers are in the order of the requests. */
    List<Answer> send(List<Request> requests) throws InterruptedException {
        var answers = new ArrayList<Answer>();
        for (var sent : senders.invokeAll(
                requests.stream().<Callable<Answer>>map(one -> () -> send(one)).toList())) {
            try {
                answers.add(sent.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return answers;
    }

    private Answer send(Request request) {
        try {
            var connection = connection();
            var answer = connection.send(request);
            if (request.isMonstrous() || connection.isOver()) {
                connection.close();
            } else {
                idle.add(connection);
            }
            return answer;
        } catch (IOException e) {
            return new Answer(0, Map.of(), e.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Connection connection() throws IOException {
        var free = idle.poll();
        return free == null ? new Connection(service) : free;
    }

    @Override
    public void close() {
        senders.shutdown();
        idle.forEach(Connection::close);
    }
}
