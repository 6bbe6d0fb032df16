package vn.dancu.bus.enrichment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.Environment;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;

/** Whichever way a delivery comes, the same becomes of it, and its source hears the same code. */
class WaysInIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final HttpWays HTTP = new HttpWays(BUS.ports().http());
    private static final FolderWay FOLDER =
            new FolderWay(Path.of(BUS.bean(Environment.class).getRequiredProperty("dancu.sandbox.dir"), "enrichment"));
    private static final TopicWay TOPIC = new TopicWay(BUS.ports().kafka());
    private static final QueueWay QUEUE = new QueueWay(BUS.ports().artemis());
    private static final Map<String, WayIn> WAYS = Map.of(
            "batch", HTTP::batch,
            "upload", HTTP::upload,
            "folder", FOLDER,
            "topic", TOPIC,
            "queue", QUEUE);

    @AfterAll
    static void close() {
        TOPIC.close();
    }

    /** Of each kind of outcome one by the other ways; all with {@code -Plong}. */
    private static final Set<String> SOME = Set.of("certified-gzip", "hash-wrong", "no-manifest", "count-wrong");

    /** The queue of one partner alone is listened to here. */
    static Stream<Arguments> deliveries() {
        boolean all = "long".equals(System.getProperty("test.drills"));
        return DeliveryCase.all().flatMap(delivery -> Stream.of("batch", "upload", "topic", "queue")
                .filter(way -> all || way.equals("batch") || SOME.contains(delivery.toString()))
                .filter(way -> !way.equals("queue") || delivery.partner().equals("bhxh-viet-nam"))
                .map(way -> Arguments.of(way, delivery)));
    }

    /** All at once, since the folder is looked at from time to time. */
    @Test
    void endsTheSameInTheFolder() throws IOException {
        Map<DeliveryCase, String> files = new LinkedHashMap<>();
        for (DeliveryCase delivery : DeliveryCase.all().toList()) {
            files.put(delivery, FOLDER.put(delivery, delivery.manifest(document("folder"))));
        }

        for (Map.Entry<DeliveryCase, String> file : files.entrySet()) {
            assertThat(outcome(FOLDER.report(file.getKey(), file.getValue())))
                    .as(file.getKey().toString())
                    .isEqualTo(file.getKey().expected());
        }
    }

    @ParameterizedTest(name = "{1} by {0}")
    @MethodSource("deliveries")
    void endsTheSameByEveryWay(String way, DeliveryCase delivery) throws IOException {
        WayIn.Answer answer = WAYS.get(way).deliver(delivery, delivery.manifest(document(way)));

        assertThat(outcome(answer)).isEqualTo(delivery.expected());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void makesOneJobOfAFileThatComesTwice(String way) throws IOException {
        byte[] manifest = DeliveryCase.named("certified").manifest(document(way));
        WayIn.Answer first = WAYS.get(way).deliver(DeliveryCase.named("certified"), manifest);
        WayIn.Answer second = HTTP.batch(DeliveryCase.named("certified"), manifest);

        assertThat(first.isRepeated()).isFalse();
        assertThat(second.isRepeated()).isTrue();
        assertThat(second.job()).isEqualTo(first.job());
    }

    static Stream<String> ways() {
        return WAYS.keySet().stream().sorted();
    }

    private static String document(String way) {
        return way + "/" + UUID.randomUUID();
    }

    private static String outcome(WayIn.Answer answer) {
        UUID job = answer.job();
        if (job == null) {
            return "refused " + answer.code() + (answer.field() == null ? "" : " " + answer.field());
        }
        EnrichmentJob ended = await().atMost(Duration.ofSeconds(30))
                .until(() -> BUS.bean(EnrichmentJobs.class).find(job).orElseThrow(), found -> found.state()
                        .isEnd());
        EnrichmentJob.Cause cause = ended.cause();
        return "job " + ended.state().code() + " "
                + (cause == null ? String.valueOf(ended.counts().total()) : cause.code());
    }

    @Test
    void takesPartsInTheirOrderAndEachOnce() throws IOException {
        DeliveryCase delivery = DeliveryCase.named("certified");
        String token = Tokens.fetch(BUS.ports().http(), delivery.partner(), delivery.secret());
        byte[] manifest = delivery.manifest(document("parts"));
        byte[] file = delivery.file();
        byte[] first = java.util.Arrays.copyOf(file, 100);
        byte[] rest = java.util.Arrays.copyOfRange(file, 100, file.length);
        String path = open(token, manifest);

        RawHttp.Answer tooFar = HTTP.part(token, path, 100, rest);
        assertThat(tooFar.status()).isEqualTo(409);
        assertThat(HttpWays.refused(tooFar).code()).isEqualTo("offset_wrong");
        assertThat(tooFar.headers()).containsEntry("Upload-Offset", "0");
        assertThat(HTTP.part(token, path, 0, first).headers()).containsEntry("Upload-Offset", "100");
        assertThat(HTTP.part(token, path, 0, first).headers()).containsEntry("Upload-Offset", "100");
        assertThat(HttpWays.refused(HTTP.part(token, path, 0, rest)).code()).isEqualTo("offset_wrong");
        assertThat(HTTP.call(token, "HEAD " + path, null, List.of(), new byte[0])
                        .headers())
                .containsEntry("Upload-Offset", "100")
                .containsEntry("Upload-Length", String.valueOf(file.length));
        // Whoever lost the answer to the manifest sends it again.
        assertThat(open(token, manifest)).isEqualTo(path);
        RawHttp.Answer early = HTTP.call(token, "POST " + path + "/complete", null, List.of(), new byte[0]);
        assertThat(HttpWays.refused(early).field()).isEqualTo("file_cut");
        assertThat(HTTP.part(token, path, 100, rest).status()).isEqualTo(204);
        RawHttp.Answer whole = HTTP.call(token, "POST " + path + "/complete", null, List.of(), new byte[0]);
        RawHttp.Answer again = HTTP.call(token, "POST " + path + "/complete", null, List.of(), new byte[0]);

        assertThat(HttpWays.json(whole).path("trangThai").asText()).isEqualTo("taken");
        assertThat(again.body()).isEqualTo(whole.body());
        assertThat(HttpWays.refused(HTTP.part(token, path, 0, first)).code()).isEqualTo("move_not_allowed");
    }

    @Test
    void takesAnUploadedFileByAMessageThatNamesIt() throws IOException {
        DeliveryCase delivery = DeliveryCase.named("certified");
        String token = Tokens.fetch(BUS.ports().http(), delivery.partner(), delivery.secret());
        String path = open(token, delivery.manifest(document("named")));
        String upload = path.substring(path.lastIndexOf('/') + 1);

        assertThat(QUEUE.name(delivery, upload).field()).isEqualTo("file_empty");
        HTTP.part(token, path, 0, delivery.file());
        assertThat(outcome(QUEUE.name(delivery, upload))).isEqualTo(delivery.expected());
    }

    @Test
    void makesOneJobOfAFileThatComesTwiceAtOnceAndTwoOfTwoFiles() throws Exception {
        DeliveryCase delivery = DeliveryCase.named("certified");
        byte[] manifest = delivery.manifest(document("at-once"));
        byte[] other = delivery.manifest(document("at-once"));
        CompletableFuture<WayIn.Answer> first = CompletableFuture.supplyAsync(() -> HTTP.batch(delivery, manifest));
        CompletableFuture<WayIn.Answer> second = CompletableFuture.supplyAsync(() -> HTTP.upload(delivery, manifest));
        CompletableFuture<WayIn.Answer> third = CompletableFuture.supplyAsync(() -> HTTP.batch(delivery, other));

        assertThat(first.get().job())
                .isNotNull()
                .isEqualTo(second.get().job())
                .isNotEqualTo(third.get().job());
        assertThat(first.get().isRepeated()).isNotEqualTo(second.get().isRepeated());
        assertThat(outcome(first.get())).isEqualTo(delivery.expected());
        assertThat(outcome(third.get())).isEqualTo(delivery.expected());
    }

    @Test
    void forgetsAnAbandonedUploadWithItsParts() throws IOException {
        DeliveryCase delivery = DeliveryCase.named("certified");
        String token = Tokens.fetch(BUS.ports().http(), delivery.partner(), delivery.secret());
        String path = open(token, delivery.manifest(document("abandoned")));
        String upload = path.substring(path.lastIndexOf('/') + 1);
        HTTP.part(token, path, 0, java.util.Arrays.copyOf(delivery.file(), 50));
        BUS.jdbc()
                .sql("update enrichment.upload set changed_at = changed_at - interval '8 days' where id = ?::uuid")
                .param(upload)
                .update();

        BUS.bean(UploadRetention.class).run();

        assertThat(HTTP.call(token, "GET " + path, null, List.of(), new byte[0]).status())
                .isEqualTo(404);
        assertThat(BUS.jdbc()
                        .sql("select count(*) from delivery.claim where holder = ?")
                        .param("enrichment-upload/" + upload)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String open(String token, byte[] manifest) {
        RawHttp.Answer opened =
                HTTP.call(token, "POST /api/v1/enrichment/deliveries", "application/json", List.of(), manifest);
        assertThat(opened.status()).isEqualTo(201);
        return opened.headers().get("Location");
    }

    @Test
    void showsTheJobItsCertificateAndItsResultToItsSourceAlone() throws IOException {
        DeliveryCase delivery = DeliveryCase.named("certified");
        WayIn.Answer answer = HTTP.batch(delivery, delivery.manifest(document("shown")));
        assertThat(outcome(answer)).isEqualTo(delivery.expected());
        String token = Tokens.fetch(BUS.ports().http(), delivery.partner(), delivery.secret());
        String foreign = Tokens.fetch(BUS.ports().http(), "evn", "sandbox-evn");
        String path = "GET /api/v1/enrichment/jobs/" + answer.job();

        RawHttp.Answer job = HTTP.call(token, path, null, List.of(), new byte[0]);
        RawHttp.Answer certificate = HTTP.call(token, path + "/certificate", null, List.of(), new byte[0]);
        RawHttp.Answer result = HTTP.call(token, path + "/result", null, List.of(), new byte[0]);

        assertThat(HttpWays.json(job).path("trangThai").asText()).isEqualTo("certified");
        assertThat(HttpWays.json(job).path("ketQua").path("unknown").asInt()).isEqualTo(2);
        assertThat(certificate.body()).startsWith("{\"format\":\"dancu-enrichment-sheet/v1\"");
        assertThat(result.headers()).containsEntry("Content-Type", "application/gzip");
        for (String part : List.of("", "/certificate", "/result")) {
            RawHttp.Answer refused = HTTP.call(foreign, path + part, null, List.of(), new byte[0]);
            assertThat(refused.status()).isEqualTo(404);
        }
        assertThat(HttpWays.json(HTTP.call(foreign, "GET /api/v1/enrichment/jobs", null, List.of(), new byte[0]))
                        .path("congViec"))
                .isEmpty();
        assertThat(HttpWays.json(
                                HTTP.call(token, "GET /api/v1/enrichment/jobs?limit=200", null, List.of(), new byte[0]))
                        .path("congViec")
                        .findValuesAsText("id"))
                .contains(String.valueOf(answer.job()));
    }
}
