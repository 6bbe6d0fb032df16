package vn.dancu.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection with one question in flight. */
final class Connection {

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer out = ByteBuffer.allocateDirect(8 * 1024);
    private final ResponseReader response = new ResponseReader();
    private SocketChannel channel;
    private @Nullable Question question;
    private long askedAt;

    private Connection(InetSocketAddress address, Selector selector) throws IOException {
        this.address = address;
        this.selector = selector;
        this.channel = connect();
    }

    static Connection open(int port, Selector selector) throws IOException {
        return new Connection(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), selector);
    }

    private SocketChannel connect() throws IOException {
        SocketChannel fresh = SocketChannel.open(address);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.configureBlocking(false);
        fresh.register(selector, SelectionKey.OP_READ, this);
        return fresh;
    }

    void reconnect() throws IOException {
        channel.close();
        channel = connect();
    }

    void close() throws IOException {
        channel.close();
    }

    void ask(Question next, long serial, @Nullable Stamp stamp) throws IOException {
        question = next;
        response.reset();
        next.fill(out, serial, stamp);
        askedAt = System.nanoTime();
        // A few kilobytes at most with nothing else in flight: they always fit the socket's buffer.
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Reads what is there and says whether the answer is whole. */
    boolean read(ByteBuffer scratch) throws IOException {
        scratch.clear();
        if (channel.read(scratch) < 0) {
            throw new EOFException("The server closed the connection");
        }
        return response.take(scratch.flip());
    }

    long askedAt() {
        return askedAt;
    }

    boolean isIdle() {
        return question == null;
    }

    void rest() {
        question = null;
    }

    boolean isRight() {
        return question != null && question.isAnsweredBy(response);
    }

    ResponseReader response() {
        return response;
    }
}
