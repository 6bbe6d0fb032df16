package vn.dancu.bench.sms;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.SandboxSmsSettings.SmsOperator;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.MockSmsc;
import vn.dancu.bus.sandbox.sms.SubmittedText;

/** An SMSC with so many subscribers who each write, wait for the answer and write again, from another number each time. */
public final class Subscribers implements AutoCloseable {

    private static final int HAS_HEADER = 0x40;
    private static final long FIRST_NUMBER = 84_100_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockSmsc smsc;
    private final String shortNumber;
    private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final List<Long> times = new ArrayList<>();
    private final AtomicLong strays = new AtomicLong();
    private volatile String text = "";
    private volatile String operator = "";
    private volatile boolean open;

    /**
     * One round.
     *
     * @param answers that came for what was sent in it
     * @param rate answers a second
     * @param median milliseconds from the message to the answer's submission
     * @param last the same, of one in a hundred
     */
    public record Round(long answers, double rate, double median, double last) {}

    /** @param operators their system ids, of which each is one program under load */
    public Subscribers(int port, int window, List<String> operators, String shortNumber) {
        this.shortNumber = shortNumber;
        SandboxSmsSettings settings = new SandboxSmsSettings(
                port,
                window,
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                operators.stream()
                        .map(id -> new SmsOperator(id, "bench", List.of(shortNumber)))
                        .toList());
        this.smsc = new MockSmsc(settings, this::answered, Clock.systemUTC());
        smsc.start();
    }

    public int port() {
        return smsc.port();
    }

    /** Answers that belong to no message, or to one that was answered before. */
    public long strays() {
        return strays.get();
    }

    /** Waits until that operator's client answers one message. */
    public void awaitFirst(String by, String words, Duration patience) {
        operator = by;
        text = words;
        open = false;
        write();
        awaitAnswers(patience);
        times.clear();
    }

    /** So many subscribers write for that time; what was written is answered before the round ends. */
    public Round round(String by, String words, int subscribers, Duration time) {
        operator = by;
        text = words;
        synchronized (times) {
            times.clear();
        }
        open = true;
        long start = System.nanoTime();
        for (int i = 0; i < subscribers; i++) {
            write();
        }
        pause(time);
        open = false;
        awaitAnswers(PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        synchronized (times) {
            List<Long> sorted = times.stream().sorted().toList();
            return new Round(sorted.size(), sorted.size() / seconds, millis(sorted, 50), millis(sorted, 99));
        }
    }

    private void write() {
        String number = Long.toString(numbers.incrementAndGet());
        waiting.put(number, System.nanoTime());
        smsc.deliver(
                operator,
                List.of(new MobileText(new MobileText.Wire(
                        number, shortNumber, 0, 0, text.getBytes(StandardCharsets.US_ASCII), List.of()))));
    }

    private void answered(SubmittedText answer) {
        boolean isLaterPart = (answer.esmClass() & HAS_HEADER) != 0 && answer.content()[5] > 1;
        if (isLaterPart) {
            return;
        }
        Long since = waiting.remove(answer.to());
        if (since == null) {
            strays.incrementAndGet();
            return;
        }
        synchronized (times) {
            times.add(System.nanoTime() - since);
        }
        if (open) {
            write();
        }
    }

    private void awaitAnswers(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(waiting.size() + " messages were not answered");
            }
            pause(Duration.ofMillis(1));
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double millis(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }

    @Override
    public void close() {
        smsc.close();
    }
}
