package io.partnercompetencies.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a number of connections busy, each with one request after the other, on one thread that does as little as can be
 * done: it counts bytes and looks at nothing but the status and the length. One run is one measurement.
 */
final class HttpLoad {

    /** @param nanos from the first request sent to the last answer counted */
    record Result(long answers, long nanos) {

        double perSecond() {
            return answers * 1e9 / nanos;
        }
    }

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final int status;
    private int next;
    private long answers;

    /**
     * @param requests sent in turn, each a whole one without a body
     * @param status that every answer must have
     */
    HttpLoad(InetSocketAddress server, List<byte[]> requests, int status) {
        this.server = server;
        this.requests = requests;
        this.status = status;
    }

    Result run(int connections, Duration duration) throws IOException {
        answers = 0;
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                connect(selector);
            }
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            for (var key : selector.keys()) {
                ((Connection) key.attachment()).send();
            }
            while (System.nanoTime() - end < 0) {
                selector.select(this::read, TimeUnit.SECONDS.toMillis(1));
            }
            long nanos = System.nanoTime() - began;
            for (var key : selector.keys()) {
                key.channel().close();
            }
            return new Result(answers, nanos);
        }
    }

    private void connect(Selector selector) throws IOException {
        var channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
    }

    private void read(SelectionKey key) {
        try {
            ((Connection) key.attachment()).read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Connection {

        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);

        /** Of the answer that is arriving, or 0 before its head is complete. */
        private int length;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void send() throws IOException {
            var request = ByteBuffer.wrap(requests.get(next));
            next = (next + 1) % requests.size();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void read() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("the server closed a connection");
            }
            if (length == 0) {
                length = length();
            }
            if (length > 0 && answer.position() >= length) {
                if (answer.position() > length) {
                    throw new IOException("more bytes than were announced");
                }
                answers++;
                answer.clear();
                length = 0;
                send();
            }
        }

        private int length() throws IOException {
            int head = find(END_OF_HEAD, 0, answer.position());
            if (head < 0) {
                return 0;
            }
            var bytes = answer.array();
            int told = (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
            if (told != status) {
                throw new IOException("answered " + new String(bytes, 0, answer.position(), StandardCharsets.UTF_8));
            }
            int at = find(LENGTH, 0, head);
            int body = 0;
            for (int i = at + LENGTH.length; at >= 0 && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                body = body * 10 + bytes[i] - '0';
            }
            return head + END_OF_HEAD.length + body;
        }

        private int find(byte[] wanted, int from, int to) {
            var bytes = answer.array();
            for (int i = from; i + wanted.length <= to; i++) {
                int same = 0;
                while (same < wanted.length && lower(bytes[i + same]) == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return i;
                }
            }
            return -1;
        }

        private static int lower(byte one) {
            return one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one;
        }
    }
}
