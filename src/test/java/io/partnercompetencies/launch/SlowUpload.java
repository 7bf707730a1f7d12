package io.partnercompetencies.launch;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A file of employees whose second half takes its time. */
final class SlowUpload implements AutoCloseable {

    private static final String FIRST = "firstName,lastName,displayName,email,roles\r\nAna,One,Ana One,";
    private static final String SECOND = "ana@contoso.example,user\r\n";

    private final Socket socket;
    private final String head;

    SlowUpload(String baseUrl, String organization, String password) throws IOException {
        var address = URI.create(baseUrl);
        socket = new Socket(address.getHost(), address.getPort());
        head = "POST /v1/organizations/" + organization + "/user-imports HTTP/1.1\r\nHost: " + address.getHost()
                + "\r\nAuthorization: " + basic(password) + "\r\nContent-Type: text/csv\r\nContent-Length: "
                + (FIRST.length() + SECOND.length()) + "\r\n\r\n";
    }

    static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    void begin() throws IOException {
        send(head + FIRST);
    }

    /** The answer. */
    String end() throws IOException {
        send(SECOND);
        var bytes = new byte[4096];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
