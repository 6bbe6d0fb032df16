package vn.dancu.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions at moments that are fixed beforehand, whether or not the answers before have come: an answer's time counts from the
 * moment at which its question was due, so that a stall is seen by all who would have waited.
 */
public final class PacedLoad {

    private static final String BODY =
            """
            {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}""";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

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
        URI address = URI.create("http://127.0.0.1:" + target.port() + target.path());
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        int questions = (int) (duration.toNanos() / gap);
        List<CompletableFuture<Long>> answers = new ArrayList<>(questions);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        for (int i = 0; i < questions; i++) {
            long due = start + i * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Person person = people.get(i % people.size());
            answers.add(http.sendAsync(request(address, target, person), HttpResponse.BodyHandlers.ofString())
                    .handle((answer, failure) -> failure == null
                                    && answer.statusCode() == OK
                                    && answer.body().contains(person.number())
                            ? (System.nanoTime() - due) / 1000
                            : -1));
        }
        long[] micros =
                answers.stream().mapToLong(CompletableFuture::join).sorted().toArray();
        int errors = (int) Arrays.stream(micros).filter(one -> one < 0).count();
        return new Paced(Arrays.copyOfRange(micros, errors, micros.length), errors);
    }

    private static HttpRequest request(URI address, Target target, Person person) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + target.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        BODY.formatted(UUID.randomUUID(), person.number(), person.name(), person.birth())))
                .build();
    }
}
