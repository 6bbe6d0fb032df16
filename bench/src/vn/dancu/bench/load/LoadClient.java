package vn.dancu.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Asks one target about one person after another over its connections, for a time. Used by one thread. */
public final class LoadClient implements Load {

    private static final long DRAIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_COMPLAINTS = 3;
    private static final int MAX_ERRORS = 10_000;

    private final Target target;
    private final int connections;
    private final Clock clock;
    private final LongFunction<Question> questions;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(64 * 1024);
    private @Nullable Stamp stamp;
    private long serial;

    public LoadClient(Target target, List<Person> people, int connections, Clock clock) {
        this(target, inTurn(target, people, clock), connections, clock);
    }

    /** @param questions by their serial number, each asked for once */
    public LoadClient(Target target, LongFunction<Question> questions, int connections, Clock clock) {
        this.target = target;
        this.questions = questions;
        this.connections = connections;
        this.clock = clock;
        this.stamp = stamp();
    }

    private static LongFunction<Question> inTurn(Target target, List<Person> people, Clock clock) {
        Credentials credentials = target.credentials();
        Stamp stamp = credentials == null ? null : Stamp.of(credentials, target.path(), clock.millis());
        Question[] questions = people.stream()
                .map(person -> Question.of(target, person, stamp))
                .toArray(Question[]::new);
        return serial -> questions[(int) (serial % questions.length)];
    }

    @Override
    public int width() {
        return connections;
    }

    @Override
    public Round run(Duration duration, int width) {
        try (Selector selector = Selector.open()) {
            return new Run(selector, System.nanoTime() + duration.toNanos(), width).go();
        } catch (IOException e) {
            throw new UncheckedIOException("The load on " + target.name() + " broke off", e);
        }
    }

    /** How many questions it has asked since it was made. */
    @Override
    public long asked() {
        return serial;
    }

    /** The body of the answer to each of the first questions, asked one after another; null where it is not a right answer. */
    public List<byte @Nullable []> askEach(int many) {
        try (Selector selector = Selector.open()) {
            Connection connection = Connection.open(target.port(), selector);
            List<byte @Nullable []> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                ask(connection, questions.apply(serial));
                do {
                    selector.select();
                    selector.selectedKeys().clear();
                } while (!connection.read(scratch));
                answers.add(connection.isRight() ? connection.response().body() : null);
            }
            connection.close();
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException("Asking " + target.name() + " one by one broke off", e);
        }
    }

    private void ask(Connection connection, Question question) throws IOException {
        stamp = stamp();
        connection.ask(question, serial++, stamp);
    }

    /** A fresh proof; the digest says the moment alone, so within a millisecond it is the same one. */
    private @Nullable Stamp stamp() {
        Credentials credentials = target.credentials();
        if (credentials == null) {
            return null;
        }
        long now = clock.millis();
        Stamp last = stamp;
        return last != null && last.millis() == now ? last : Stamp.of(credentials, target.path(), now);
    }

    /** The state of one round. */
    private final class Run {

        private final Selector selector;
        private final long deadline;
        private final int width;
        private final List<Connection> open = new ArrayList<>();
        private final Latencies latencies = new Latencies();
        private final List<String> complaints = new ArrayList<>();
        private int errors;
        private long bytes;
        private long now;

        Run(Selector selector, long deadline, int width) {
            this.selector = selector;
            this.deadline = deadline;
            this.width = width;
        }

        Round go() throws IOException {
            for (int i = 0; i < width; i++) {
                open.add(Connection.open(target.port(), selector));
            }
            long start = System.nanoTime();
            now = start;
            for (Connection connection : open) {
                askNext(connection);
            }
            while (!allIdle() && now < deadline + DRAIN_NANOS) {
                selector.select(this::onReadable, 1_000);
                now = System.nanoTime();
            }
            errors += (int)
                    open.stream().filter(connection -> !connection.isIdle()).count();
            for (Connection connection : open) {
                connection.close();
            }
            return Round.of(target.name(), width, latencies, errors, deadline - start, bytes, complaints);
        }

        private boolean allIdle() {
            return now >= deadline && open.stream().allMatch(Connection::isIdle);
        }

        private void onReadable(SelectionKey key) {
            Connection connection = (Connection) key.attachment();
            try {
                readFrom(connection);
            } catch (IOException e) {
                startAgain(connection, e);
            }
        }

        private void readFrom(Connection connection) throws IOException {
            if (connection.read(scratch)) {
                now = System.nanoTime();
                count(connection);
                askNext(connection);
            }
        }

        private void startAgain(Connection connection, IOException cause) {
            complain(cause.toString());
            try {
                connection.reconnect();
                askNext(connection);
            } catch (IOException e) {
                throw new UncheckedIOException(target.name() + " takes no connection", e);
            }
        }

        private void askNext(Connection connection) throws IOException {
            if (now < deadline) {
                ask(connection, questions.apply(serial));
            } else {
                connection.rest();
            }
        }

        private void count(Connection connection) {
            if (!connection.isRight()) {
                ResponseReader response = connection.response();
                complain(response.status() + " " + new String(response.body(), StandardCharsets.UTF_8));
            } else if (now < deadline) {
                latencies.add(now - connection.askedAt());
                bytes += connection.response().bodyLength();
            }
        }

        private void complain(String complaint) {
            if (complaints.size() < MAX_COMPLAINTS) {
                complaints.add(complaint.substring(0, Math.min(600, complaint.length())));
            }
            if (++errors > MAX_ERRORS) {
                throw new IllegalStateException(target.name() + " does not answer: " + complaints);
            }
        }
    }
}
