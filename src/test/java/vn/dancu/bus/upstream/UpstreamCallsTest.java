package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.fixtures.ScriptedSide.http;
import static vn.dancu.bus.upstream.UpstreamWireTest.QUESTION;
import static vn.dancu.bus.upstream.UpstreamWireTest.RELEASED;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;

/** When another side is asked, how often, and with which token. */
class UpstreamCallsTest {

    private static final UpstreamSettings.Breaker WIDE =
            new UpstreamSettings.Breaker(100, 1000, Duration.ofSeconds(10), 3);
    private static final byte[] NOBODY = http(
            "200 OK",
            "Content-Type: application/json\r\nConnection: close\r\n",
            "{\"maYeuCau\":\"Q-1\",\"trangThai\":\"not_found\",\"thoiDiemDuLieu\":\"2026-11-24T01:02:03Z\","
                    + "\"soCongDan\":0,\"congDan\":[]}");
    private static final byte[] FOUND = http(
            "200 OK",
            "Content-Type: application/json\r\nConnection: close\r\n",
            "{\"maYeuCau\":\"Q-1\",\"trangThai\":\"found\",\"thoiDiemDuLieu\":\"2026-11-24T01:02:03Z\","
                    + "\"soCongDan\":1,\"congDan\":[{\"soDinhDanh\":\"999080000001\",\"hoVaTen\":{\"ho\":\"MẪU\","
                    + "\"chuDem\":\"VĂN\",\"ten\":\"AN\"},\"nhomMau\":\"01\"}]}");
    static final byte[] AWAY = http("503 Service Unavailable", "Connection: close\r\n", "");

    private ScriptedSide side;
    private final ExecutorService askers = Executors.newCachedThreadPool();

    @BeforeEach
    void start() throws Exception {
        side = new ScriptedSide();
        side.answers(request -> request.isOfToken() ? token("t1", 3600) : FOUND);
    }

    @AfterEach
    void stop() {
        askers.shutdownNow();
        side.close();
    }

    static byte[] token(String value, int seconds) {
        return http(
                "200 OK",
                "Connection: close\r\n",
                "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    private RunningUpstream json() throws Exception {
        return new RunningUpstream(RunningUpstream.settings("ngsp", side.address()));
    }

    static ErrorCode failure(RunningUpstream upstream) {
        BusException stopped = catchThrowableOfType(BusException.class, () -> upstream.ask(QUESTION, RELEASED));
        return stopped.refusal().code();
    }

    @Test
    void releasesNoMoreThanIsAllowedHereAndNamesWhatWasNotGiven() throws Exception {
        try (RunningUpstream upstream = json()) {
            AnswerSource.SourcedAnswer answer = upstream.ask(QUESTION, RELEASED);

            assertThat(answer.withheld())
                    .containsExactlyInAnyOrder(FieldPath.of("TonGiao"), FieldPath.of("TrangThaiCongDan"));
            assertThat(answer.answer()).isInstanceOfSatisfying(Answer.OfCitizen.class, of -> {
                assertThat(of.citizen()).isNotNull();
                assertThat(of.citizen().name()).isNotNull();
                assertThat(of.citizen().bloodGroup()).as("not allowed here").isNull();
            });
        }
    }

    @Test
    void triesAConnectionThatDidNotComeAboutAgainAndSaysHowOften() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        try (RunningUpstream upstream =
                new RunningUpstream(RunningUpstream.settings("official", nobody, 2, 64, WIDE))) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
            assertThat(upstream.records.get(1).ended().attempts()).isEqualTo(3);
            assertThat(upstream.permits).as("nobody was asked").hasValue(1000);
        }
    }

    @Test
    void asksNoSecondTimeWhenTheLineBreaksAfterTheQuestionHasLeft() throws Exception {
        side.answers(request -> request.isOfToken() ? token("t1", 3600) : new byte[0]);
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        }
        assertThat(side.questions()).hasSize(1);
    }

    @Test
    void givesUpOnASideThatSaysNothing() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        side.answers(request -> request.isOfToken() ? token("t1", 3600) : after(silence));
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
        }
        assertThat(side.questions()).hasSize(1);
        silence.countDown();
    }

    private static byte[] after(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NOBODY;
    }

    @Test
    void readsNoMoreOfALargeAnswerThanTheSettingAllows() throws Exception {
        byte[] large = http("200 OK", "Content-Type: application/json\r\n", " ".repeat(10 << 20) + "{}");
        byte[] endless = ScriptedSide.joined(
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new byte[10 << 20]);
        try (RunningUpstream upstream = json()) {
            for (byte[] answer : List.of(large, endless)) {
                side.answers(request -> request.isOfToken() ? token("t1", 3600) : answer);
                assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_ANSWER_TOO_LARGE);
            }
            assertThat(side.questions()).as("each asked once").hasSize(2);
            assertThat(upstream.records).as("each with both records").hasSize(4);
        }
    }

    @Test
    void leavesASideAloneThatFailsAndTriesItAgain() throws Exception {
        side.answers(request -> AWAY);
        UpstreamSettings.Breaker quick = new UpstreamSettings.Breaker(50, 5, Duration.ofMillis(300), 1);
        try (RunningUpstream upstream =
                new RunningUpstream(RunningUpstream.settings("official", side.address(), 0, 64, quick))) {
            for (int i = 0; i < 5; i++) {
                assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
            }
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_OVERLOADED);
            assertThat(side.requests()).hasSize(5);
            assertThat(upstream.permits).as("what is not asked uses up nothing").hasValue(995);
            assertThat(upstream.records)
                    .as("nothing is recorded of what is not asked")
                    .hasSize(10);
            assertThat(upstream.meters.get("dancu.upstream.breaker").gauge().value())
                    .isEqualTo(1);

            side.answers(request -> http("200 OK", "Connection: close\r\n", "no answer at all"));
            await().atMost(Duration.ofSeconds(5)).until(() -> failure(upstream) != ErrorCode.UPSTREAM_OVERLOADED);
            assertThat(upstream.gate.state()).isNotEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void aUsedUpShareSaysNothingOfTheOtherSideAndHoldsNoPlace() throws Exception {
        UpstreamSettings.Breaker quick = new UpstreamSettings.Breaker(50, 5, Duration.ofSeconds(10), 1);
        try (RunningUpstream upstream =
                new RunningUpstream(RunningUpstream.settings("ngsp", side.address(), 0, 1, quick))) {
            upstream.permits.set(0);
            for (int i = 0; i < 10; i++) {
                assertThat(failure(upstream)).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
            }
            assertThat(side.requests()).isEmpty();
            assertThat(upstream.records).isEmpty();

            upstream.permits.set(1);
            upstream.ask(QUESTION, RELEASED);
            assertThat(upstream.gate.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
        assertThat(side.questions()).hasSize(1);
    }

    @Test
    void refusesWhatIsMoreThanTheBulkheadHolds() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        side.answers(request -> request.isOfToken() ? token("t1", 3600) : after(open));
        try (RunningUpstream upstream =
                new RunningUpstream(RunningUpstream.settings("ngsp", side.address(), 0, 2, WIDE))) {
            List<Future<ErrorCode>> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(askers.submit(() -> failure(upstream)));
            }
            await().until(() -> upstream.gate.asking() == 2);

            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_OVERLOADED);
            assertThat(upstream.permits).as("what is not asked uses up nothing").hasValue(998);

            for (Future<ErrorCode> one : waiting) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
            }
            open.countDown();
        }
        assertThat(side.questions()).hasSize(2);
    }

    @Test
    void getsOneTokenForTwentyThreads() throws Exception {
        try (RunningUpstream upstream = json()) {
            List<Callable<Object>> questions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                questions.add(() -> upstream.ask(QUESTION, RELEASED));
            }
            for (Future<Object> one : askers.invokeAll(questions)) {
                one.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(side.requests().stream().filter(ScriptedSide.Request::isOfToken))
                .hasSize(1);
        assertThat(side.questions()).hasSize(20).allMatch(request -> request.head()
                .contains("authorization: bearer t1"));
    }

    @Test
    void getsAnotherTokenOnceWhenTheOneWasRefused() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        side.answers(request -> request.isOfToken()
                ? token("t" + tokens.incrementAndGet(), 3600)
                : request.head().contains("bearer t1")
                        ? http("401 Unauthorized", "Connection: close\r\n", "{\"fault\":{\"code\":900901}}")
                        : FOUND);
        try (RunningUpstream upstream = json()) {
            upstream.ask(QUESTION, RELEASED);
            assertThat(upstream.records).hasSize(2);
            assertThat(upstream.records.get(1).ended().attempts()).isEqualTo(2);

            side.answers(request -> request.isOfToken()
                    ? token("t" + tokens.incrementAndGet(), 3600)
                    : http("401 Unauthorized", "Connection: close\r\n", ""));
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_CREDENTIALS_REFUSED);
        }
        assertThat(side.questions()).as("two for each").hasSize(4);
    }

    @Test
    void saysWhatIsWrongWithTheTokenAddress() throws Exception {
        try (RunningUpstream upstream = json()) {
            side.answers(request -> AWAY);
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_TOKEN_UNAVAILABLE);
            side.answers(request -> http("200 OK", "Connection: close\r\n", "<html>Bảo trì</html>"));
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_TOKEN_INVALID);
            side.answers(request -> http("200 OK", "Connection: close\r\n", "{\"error\":\"x\"}"));
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_TOKEN_INVALID);
            side.answers(request -> http("401 Unauthorized", "Connection: close\r\n", ""));
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_CREDENTIALS_REFUSED);
        }
        assertThat(side.questions()).isEmpty();
    }

    @Test
    void countsAnAnswerAboutAnotherPerson() throws Exception {
        byte[] other = new String(FOUND, java.nio.charset.StandardCharsets.UTF_8)
                .replace("999080000001", "999080000002")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        side.answers(request -> request.isOfToken() ? token("t1", 3600) : other);
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_ANSWER_OTHER_PERSON);
            assertThat(upstream.meters
                            .get("dancu.upstream.other.person")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void asksForTheNumberAndNoOtherFieldThanMayBeReleasedWhereFieldsAreNamed() throws Exception {
        UpstreamSettings.Upstream all = RunningUpstream.settings("ngsp", side.address());
        UpstreamSettings.Upstream named = new UpstreamSettings.Upstream(
                all.dialect(),
                all.address(),
                all.path(),
                all.account(),
                null,
                true,
                Set.of(),
                all.http(),
                1,
                64,
                all.breaker(),
                all.token());
        try (RunningUpstream upstream = new RunningUpstream(named)) {
            upstream.ask(QUESTION, Set.of(FieldPath.of("HoVaTen")));
        }
        assertThat(side.questions().get(0).body())
                .contains("HoVaTen", "SoDinhDanh")
                .doesNotContain("NhomMau");
    }
}
