package vn.dancu.bench.signed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.dancu.bench.load.Credentials;

/** Asks questions that were signed before, each once, over kept connections with a thread each. */
public final class SignedClient {

    private final int port;
    private final String path;
    private final Credentials partner;
    private final Clock clock;

    public SignedClient(int port, String path, Credentials partner, Clock clock) {
        this.port = port;
        this.path = path;
        this.partner = partner;
        this.clock = clock;
    }

    /** @param wrong the first answer that was none; empty where there was none */
    public record Round(int answers, double perSecond, String wrong) {}

    /** Asks until the time or the questions are over. */
    public Round round(Duration duration, int connections, List<byte[]> signed) {
        Iterator<byte[]> next = signed.iterator();
        AtomicInteger answers = new AtomicInteger();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long deadline = start + duration.toNanos();
        List<Thread> asking = IntStream.range(0, connections)
                .mapToObj(i -> new Thread(() -> ask(next, deadline, answers, wrong), "asker-" + i))
                .toList();
        asking.forEach(Thread::start);
        for (Thread one : asking) {
            try {
                one.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Round(answers.get(), answers.get() / seconds, wrong.isEmpty() ? "" : String.valueOf(wrong.peek()));
    }

    /** The whole answer to one message. */
    public String once(byte[] message) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return new String(
                    ask(socket, new BufferedInputStream(socket.getInputStream()), message), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(Iterator<byte[]> next, long deadline, AtomicInteger answers, ConcurrentLinkedQueue<String> wrong) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            byte[] message = take(next);
            while (message != null && System.nanoTime() < deadline) {
                byte[] answer = ask(socket, in, message);
                if (has(answer, "CongdanCollection") && has(answer, "BinarySecurityToken")) {
                    answers.incrementAndGet();
                } else {
                    wrong.add(new String(answer, StandardCharsets.UTF_8));
                }
                message = take(next);
            }
        } catch (IOException e) {
            wrong.add(e.toString());
        }
    }

    /** Among the bytes: making a text of each answer would take the processor from the bus. */
    private static boolean has(byte[] answer, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from + wanted.length <= answer.length; from++) {
            if (answer[from] == wanted[0]
                    && Arrays.equals(answer, from, from + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static synchronized byte @org.jspecify.annotations.Nullable [] take(Iterator<byte[]> next) {
        return next.hasNext() ? next.next() : null;
    }

    private byte[] ask(Socket socket, InputStream in, byte[] message) throws IOException {
        String timestamp = Long.toString(clock.millis());
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: " + message.length
                + "\r\nAuthorization: Basic "
                + new String(partner.sign(path, timestamp), StandardCharsets.US_ASCII) + "\r\nTimestamp: " + timestamp
                + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        byte[] line = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[line.length + message.length];
        System.arraycopy(line, 0, whole, 0, line.length);
        System.arraycopy(message, 0, whole, line.length, message.length);
        out.write(whole);
        return in.readNBytes(contentLength(in));
    }

    private static int contentLength(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
