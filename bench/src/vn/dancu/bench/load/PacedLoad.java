package vn.dancu.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions at moments that are fixed beforehand, whether or not the answers before have come: an answer's time counts from the
 * moment at which its question was due, so that a stall is seen by all who would have waited. The requests are prepared, and each
 * caller has a connection of its own, so that the client takes next to nothing of the processors.
 */
public final class PacedLoad {

    private static final int CALLERS = 32;
    private static final int RIGHT = 200;

    /** Ids of its questions begin where no other load of the run gets to. */
    private long asked = 500_000_000_000L;

    /**
     * What came.
     *
     * @param micros times of the right answers, in ascending order
     * @param errors how many were none
     */
    public record Paced(long[] micros, int errors) {

        /** @param share from 0 to 1 */
        public long percentile(double share) {
            return micros.length == 0 ? -1 : micros[Math.min(micros.length - 1, (int) (micros.length * share))];
        }
    }

    /** @param target asked in JSON with a token */
    public Paced run(Target target, List<Person> people, int perSecond, Duration duration) {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        Pace pace = new Pace(
                target,
                people.stream().map(person -> Question.of(target, person, null)).toArray(Question[]::new),
                asked,
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50),
                gap,
                (int) (duration.toNanos() / gap));
        asked += pace.questions();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<CompletableFuture<long[]>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int first = i;
                answers.add(CompletableFuture.supplyAsync(() -> pace.ask(first), callers));
            }
            long[] micros = answers.stream()
                    .flatMapToLong(one -> Arrays.stream(one.join()))
                    .sorted()
                    .toArray();
            int errors = (int) Arrays.stream(micros).filter(one -> one < 0).count();
            return new Paced(Arrays.copyOfRange(micros, errors, micros.length), errors);
        } finally {
            callers.shutdown();
        }
    }

    /** When which question is due. */
    private record Pace(Target target, Question[] prepared, long firstId, long start, long gap, int questions) {

        /** Every {@link #CALLERS}-th question from that one on: microseconds from when it was due, or -1. */
        long[] ask(int first) {
            long[] micros = new long[(questions - first + CALLERS - 1) / CALLERS];
            ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024);
            ResponseReader response = new ResponseReader();
            try (SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()))) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                for (int i = 0; i < micros.length; i++) {
                    int number = first + i * CALLERS;
                    long due = start + number * gap;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    Question question = prepared[number % prepared.length];
                    boolean isRight = isAnswered(channel, question, firstId + number, buffer, response);
                    micros[i] = isRight ? (System.nanoTime() - due) / 1000 : -1;
                }
                return micros;
            } catch (IOException e) {
                throw new UncheckedIOException("The paced load on " + target.name() + " broke off", e);
            }
        }

        private static boolean isAnswered(
                SocketChannel channel, Question question, long id, ByteBuffer buffer, ResponseReader response)
                throws IOException {
            question.fill(buffer, id, null);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            response.reset();
            do {
                if (channel.read(buffer.clear()) < 0) {
                    throw new IOException("The server closed the connection");
                }
            } while (!response.take(buffer.flip()));
            return response.status() == RIGHT && response.bodyContains(question.number());
        }
    }
}
