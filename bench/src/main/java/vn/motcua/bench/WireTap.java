package vn.motcua.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between the platform and PostgreSQL and counts what is asked: executed statements by
/// their text, and round trips. Passes every byte on unchanged. Knows the messages of the
/// frontend's protocol 3 that matter here: `P` parse, `B` bind, `E` execute, `Q` simple query,
/// `S` sync.
final class WireTap implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int LONGEST = 64 << 20;

    private final ServerSocket listening;
    private final int target;
    private final Map<String, Long> statements = new TreeMap<>();
    private final AtomicLong roundTrips = new AtomicLong();

    WireTap(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("tap").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// @param statements executions by text, transaction control among them
    record Count(Map<String, Long> statements, long roundTrips) {
        /// `BEGIN`, `COMMIT` and their like.
        static boolean control(String sql) {
            var first = sql.strip().split("\\s", 2)[0].toLowerCase(java.util.Locale.ROOT);
            return first.equals("begin")
                    || first.equals("commit")
                    || first.equals("rollback")
                    || first.equals("set");
        }
    }

    synchronized void reset() {
        statements.clear();
        roundTrips.set(0);
    }

    synchronized Count count() {
        return new Count(Map.copyOf(statements), roundTrips.get());
    }

    private synchronized void executed(String sql) {
        statements.merge(sql.strip().replaceAll("\\s+", " "), 1L, Long::sum);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> back(client, server));
                Thread.ofVirtual().start(() -> new Frontend(client, server).pass());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void back(Socket client, Socket server) {
        try (client;
                server) {
            var _ = server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // one of them has hung up
        }
    }

    private final class Frontend {
        private final Socket client;
        private final Socket server;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, String> portals = new HashMap<>();

        Frontend(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass() {
            try (client;
                    server) {
                var in =
                        new DataInputStream(
                                new java.io.BufferedInputStream(client.getInputStream(), 65_536));
                var out = new java.io.BufferedOutputStream(server.getOutputStream(), 65_536);
                boolean started = false;
                while (!started) started = start(in, out);
                while (true) {
                    message(in, out);
                    if (in.available() == 0) out.flush();
                }
            } catch (EOFException | SocketException gone) {
                // the client has hung up
            } catch (IOException problem) {
                System.err.println("tap: " + problem);
            }
        }

        /// @return false when another start-up message follows, after a question about
        /// encryption
        private boolean start(DataInputStream in, OutputStream out) throws IOException {
            int length = in.readInt();
            var body = body(in, length);
            int code = ByteBuffer.wrap(body).getInt();
            out.write(ByteBuffer.allocate(4).putInt(length).array());
            out.write(body);
            out.flush();
            return code != SSL_REQUEST && code != GSS_REQUEST;
        }

        private void message(DataInputStream in, OutputStream out) throws IOException {
            int type = in.readUnsignedByte();
            int length = in.readInt();
            var body = body(in, length);
            look((char) type, body);
            out.write(type);
            out.write(ByteBuffer.allocate(4).putInt(length).array());
            out.write(body);
        }

        private static byte[] body(DataInputStream in, int length) throws IOException {
            if (length < 4 || length > LONGEST)
                throw new IOException("a message of " + length + " bytes");
            var body = new byte[length - 4];
            in.readFully(body);
            return body;
        }

        private void look(char type, byte[] body) {
            switch (type) {
                case 'P' -> texts.put(text(body, 0), text(body, end(body, 0) + 1));
                case 'B' ->
                        portals.put(
                                text(body, 0),
                                texts.getOrDefault(text(body, end(body, 0) + 1), "?"));
                case 'E' -> executed(portals.getOrDefault(text(body, 0), "?"));
                case 'Q' -> {
                    executed(text(body, 0));
                    roundTrips.incrementAndGet();
                }
                case 'S' -> roundTrips.incrementAndGet();
                default -> {}
            }
        }

        private static int end(byte[] body, int from) {
            int end = from;
            while (end < body.length && body[end] != 0) end++;
            return end;
        }

        private static String text(byte[] body, int from) {
            return new String(body, from, end(body, from) - from, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
