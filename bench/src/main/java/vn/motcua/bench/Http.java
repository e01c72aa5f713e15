package vn.motcua.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One connection that is kept open, and as little work as possible: the asking side shares the
/// machine with the side that answers. One thread, no pipelining, loopback only.
final class Http implements AutoCloseable {
    private static final int TIMEOUT_MS = 60_000;

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Http(int port) {
        this.port = port;
        try {
            socket.close();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /// @param headers as they came, `Name: value`
    record Answer(int status, List<String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        List<String> headers(String name) {
            return headers.stream()
                    .filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(h -> h.substring(name.length() + 1).strip())
                    .toList();
        }

        Answer must(int expected) throws IOException {
            if (status == expected) return this;
            var text = text();
            throw new IOException(
                    "answered "
                            + status
                            + " instead of "
                            + expected
                            + ": "
                            + text.substring(0, Math.min(400, text.length())));
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, new byte[0], headers);
    }

    Answer post(String path, String type, byte[] body, String... headers) throws IOException {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + type);
        return send("POST", path, body, all.toArray(String[]::new));
    }

    private Answer send(String method, String path, byte[] body, String... headers)
            throws IOException {
        var head = new StringBuilder(256).append(method).append(' ').append(path);
        head.append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(port).append("\r\n");
        for (var header : headers) head.append(header).append("\r\n");
        if (!method.equals("GET"))
            head.append("Content-Length: ").append(body.length).append("\r\n");
        var bytes = new ByteArrayOutputStream(512 + body.length);
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        boolean kept = !socket.isClosed();
        try {
            return exchange(bytes);
        } catch (EOFException | SocketException dropped) {
            // a kept connection may have been given up by the other side while nothing was asked; a
            // page is asked again
            if (!kept || !method.equals("GET")) throw dropped;
            return exchange(bytes);
        }
    }

    private Answer exchange(ByteArrayOutputStream bytes) throws IOException {
        connect();
        try {
            bytes.writeTo(socket.getOutputStream());
            return read();
        } catch (IOException problem) {
            close();
            throw problem;
        }
    }

    private void connect() throws IOException {
        if (!socket.isClosed()) return;
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    private Answer read() throws IOException {
        var first = line();
        int status = Integer.parseInt(first, 9, 12, 10);
        var headers = new ArrayList<String>(12);
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Long.parseLong(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
            if (lower.startsWith("connection:")) last = lower.contains("close");
        }
        var body =
                status == 204 || status == 304 ? new byte[0] : chunked ? chunks() : exactly(length);
        if (last) close();
        return new Answer(status, headers, body);
    }

    private byte[] exactly(long length) throws IOException {
        if (length < 0) return in.readAllBytes();
        var body = in.readNBytes((int) length);
        if (body.length < length) throw new EOFException("the answer broke off");
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(16_384);
        while (true) {
            int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            if (size > 0) body.writeBytes(exactly(size));
            if (!line().isEmpty()) throw new IOException("bad chunk");
            if (size == 0) return body.toByteArray();
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the connection was closed");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }
}
