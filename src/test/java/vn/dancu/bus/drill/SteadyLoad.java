package vn.dancu.bus.drill;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;

/**
 * Partners that ask at a fixed rate over SOAP, REST and the queue of a hub, whether or not the questions before are answered.
 * Each answer is timed from the moment at which its question was due, so that a bus that stands still does not look fast.
 */
final class SteadyLoad implements AutoCloseable {

    static final String HTTP = "http";
    static final String QUEUE = "queue";
    private static final String JSON =
            """
            {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TICK_MS = 5;
    private static final int SLICES = 10;
    private static final int SLICES_OF_QUEUE = 2;

    private final long began = System.nanoTime();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ExecutorService receiver = Executors.newSingleThreadExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Doors doors;
    private final List<Person> people;

    /**
     * What is asked.
     *
     * @param hub who sends to the queue; another connection than that of {@code answers}
     */
    record Doors(SoapClient soap, String token, HubClient hub, HubClient answers) {}

    /**
     * An answer, or what came in its place.
     *
     * @param second in which it was due, from the beginning
     */
    record Sample(String door, int second, double millis, boolean failed) {}

    SteadyLoad(Doors doors, List<Person> people, int rate) {
        this.doors = doors;
        this.people = people;
        start(rate * SLICES_OF_QUEUE / SLICES, this::send);
        start(rate * (SLICES - SLICES_OF_QUEUE) / SLICES, this::call);
        receiver.execute(this::receive);
    }

    @FunctionalInterface
    private interface Question {
        void ask(long number, long dueNanos);
    }

    private void start(int rate, Question question) {
        long[] done = {0};
        clock.scheduleAtFixedRate(
                () -> {
                    long until = (System.nanoTime() - began) * rate / TimeUnit.SECONDS.toNanos(1);
                    for (; running.get() && done[0] < until; done[0]++) {
                        question.ask(done[0], done[0] * TimeUnit.SECONDS.toNanos(1) / rate);
                    }
                },
                0,
                TICK_MS,
                TimeUnit.MILLISECONDS);
    }

    private void call(long number, long dueNanos) {
        Person person = people.get(ThreadLocalRandom.current().nextInt(people.size()));
        boolean isSoap = number % 2 == 0;
        calls.incrementAndGet();
        http.sendAsync(isSoap ? soap(person) : rest(person), HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    boolean isRight = failure == null
                            && answer.statusCode() == 200
                            && answer.body().contains(person.soDinhDanh());
                    sample(HTTP, dueNanos, !isRight);
                    ended.incrementAndGet();
                });
    }

    private HttpRequest soap(Person person) {
        SoapClient client = doors.soap();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + client.port() + Signature.PATH))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(SoapClient.envelope(
                        "TraCuuThongTinCongDan",
                        SoapClient.lookUpContent(person, UUID.randomUUID().toString()))));
        Signature.headers(
                        client.partner(),
                        client.secret(),
                        String.valueOf(Clock.systemUTC().millis()))
                .forEach(line ->
                        request.header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        return request.build();
    }

    private HttpRequest rest(Person person) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + doors.soap().port() + "/api/v1/citizens/lookup"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + doors.token())
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.formatted(UUID.randomUUID(), person.soDinhDanh(), person.hoVaTen(), person.ngaySinh())))
                .build();
    }

    private void send(long number, long dueNanos) {
        String id = "steady-" + number;
        asked.put(id, dueNanos);
        HubQuestions.send(doors.hub(), people.get((int) (number % people.size())), id);
    }

    private void receive() {
        doors.answers().receive(() -> running.get() || answered.size() < asked.size(), id -> {
            if (answered.merge(id, 1, Integer::sum) == 1) {
                sample(QUEUE, asked.getOrDefault(id, 0L), false);
            }
        });
    }

    private void sample(String door, long dueNanos, boolean failed) {
        samples.add(new Sample(
                door,
                (int) TimeUnit.NANOSECONDS.toSeconds(dueNanos),
                (System.nanoTime() - began - dueNanos) / 1e6,
                failed));
    }

    /** The second in which we are. */
    int second() {
        return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }

    /** Answers of that door whose questions were due from one second to before another one. */
    List<Sample> samples(String door, int from, int to) {
        List<Sample> found = new ArrayList<>();
        for (Sample sample : samples) {
            if (sample.door().equals(door) && sample.second() >= from && sample.second() < to) {
                found.add(sample);
            }
        }
        return found;
    }

    /** Milliseconds that all but one of a hundred of these stay below; 0 of none. */
    static double p99(List<Sample> of) {
        double[] sorted = of.stream().mapToDouble(Sample::millis).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    }

    /** Questions at the doors. */
    int calls() {
        return calls.get();
    }

    /** Questions at the queue. */
    int questions() {
        return asked.size();
    }

    /** Questions at the queue that are answered. */
    int answers() {
        return answered.size();
    }

    long doubled() {
        return answered.values().stream().filter(times -> times > 1).count();
    }

    /** Stops asking and waits for the answers that are missing, half a minute at most. */
    @Override
    public void close() throws InterruptedException {
        running.set(false);
        clock.shutdown();
        clock.awaitTermination(10, TimeUnit.SECONDS);
        await().atMost(PATIENCE.plusSeconds(5)).until(() -> ended.get() == calls.get());
        receiver.shutdown();
        if (!receiver.awaitTermination(30, TimeUnit.SECONDS)) {
            receiver.shutdownNow();
        }
    }
}
