package io.partnercompetencies.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one copy and PostgreSQL, which can be cut, slowed down, and led to another server. */
final class Proxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2000;

    private final ServerSocket entrance;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean silent;
    private volatile boolean refusing;
    private volatile Duration delay = Duration.ZERO;

    Proxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        run("proxy", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void leadTo(int other) {
        target = other;
    }

    /** Nothing passes, and nobody is told. What was sent meanwhile arrives when it is healed. */
    void goSilent() {
        silent = true;
    }

    /** Every connection is reset, and new ones are, too. */
    void reset() {
        refusing = true;
        lines.forEach(Line::reset);
    }

    /** Everything passes, each portion so much later. */
    void slowDown(Duration each) {
        delay = each;
    }

    void heal() {
        silent = false;
        refusing = false;
        delay = Duration.ZERO;
    }

    /** New connections pass, those of before stay silent for ever: as when a firewall has forgotten them. */
    void healForNewConnections() {
        lines.forEach(Line::lose);
        heal();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                run("proxy-connect", () -> connect(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        var line = new Line(client, new Socket());
        try {
            if (refusing) {
                line.reset();
                return;
            }
            line.awaitVoice();
            line.server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            line.server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            lines.add(line);
            run("proxy-up", () -> line.carry(client, line.server));
            run("proxy-down", () -> line.carry(line.server, client));
        } catch (IOException e) {
            line.reset();
        }
    }

    private static void run(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::reset);
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean lost;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void lose() {
            lost = true;
        }

        /** The client's system takes the connection at once, as a half dead firewall does. */
        void awaitVoice() {
            while ((silent || lost) && !entrance.isClosed()) {
                rest(Duration.ofMillis(10));
            }
        }

        void carry(Socket from, Socket to) {
            var portion = new byte[64 * 1024];
            try {
                int size;
                while ((size = from.getInputStream().read(portion)) >= 0) {
                    rest(delay);
                    awaitVoice();
                    to.getOutputStream().write(portion, 0, size);
                }
                awaitVoice();
                to.shutdownOutput();
            } catch (IOException e) {
                awaitVoice();
                reset();
            }
        }

        void reset() {
            lines.remove(this);
            for (var socket : new Socket[] {client, server}) {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException e) {
                    // It is closed, which is what is wanted.
                }
            }
        }
    }
}
