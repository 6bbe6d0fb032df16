package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.fixtures.ScriptedSide.http;
import static vn.dancu.bus.upstream.UpstreamWireTest.QUESTION;
import static vn.dancu.bus.upstream.UpstreamWireTest.RELEASED;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.CallTrail;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.call.CallFailure;

/** What is recorded of a call before it leaves and after; of one that went wrong, what is counted and recorded, and what is not. */
class UpstreamRecordsTest {

    private static final byte[] FOUND = found("");
    private static final byte[] NAMED = found("DanCu-Event-Id: e-1\r\n");

    private final AtomicInteger tokens = new AtomicInteger();
    private ScriptedSide side;

    private static byte[] found(String header) {
        return http(
                "200 OK",
                "Connection: close\r\n" + header,
                "{\"maYeuCau\":\"Q-1\",\"trangThai\":\"found\",\"thoiDiemDuLieu\":\"2026-11-24T01:02:03Z\","
                        + "\"soCongDan\":1,\"congDan\":[{\"soDinhDanh\":\"999080000001\"}]}");
    }

    @BeforeEach
    void start() throws Exception {
        side = new ScriptedSide();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private void answers(byte[] first, byte[] next) {
        side.answers(request -> request.isOfToken()
                ? http("200 OK", "Connection: close\r\n", "{\"access_token\":\"t" + tokens.incrementAndGet() + "\"}")
                : request.head().contains("bearer t1") ? first : next);
    }

    private static byte[] refusal(String status, int code) {
        return http(status, "Connection: close\r\nX-Request-Id: r-1\r\n", "{\"fault\":{\"code\":" + code + "}}");
    }

    private static ErrorCode failure(RunningUpstream upstream) {
        BusException stopped = catchThrowableOfType(BusException.class, () -> upstream.ask(QUESTION, RELEASED));
        return stopped.refusal().code();
    }

    private RunningUpstream json() throws Exception {
        return new RunningUpstream(RunningUpstream.settings("ngsp", side.address()));
    }

    @Test
    void recordsWhatIsAskedOfWhomOnWhoseBehalfBeforeItLeaves() throws Exception {
        answers(NAMED, NAMED);
        AtomicInteger requestsWhenRecorded = new AtomicInteger(-1);
        List<CallRecord> seen = new ArrayList<>();
        CallTrail trail = new CallTrail() {
            @Override
            public void asked(CallRecord record) {
                requestsWhenRecorded.set(side.requests().size());
                seen.add(record);
            }

            @Override
            public void ended(CallRecord record) {
                seen.add(record);
            }
        };
        try (RunningUpstream upstream = new RunningUpstream(RunningUpstream.settings("ngsp", side.address()), trail)) {
            upstream.ask(QUESTION, RELEASED);
        }

        assertThat(requestsWhenRecorded).hasValue(0);
        CallRecord.Question question = seen.get(0).question();
        assertThat(question.upstream()).isEqualTo("national");
        assertThat(question.messageId()).isEqualTo("Q-1");
        assertThat(question.here().partner()).isEqualTo(RunningUpstream.PARTNER);
        assertThat(question.here().officer()).isEqualTo("cb-01");
        assertThat(seen.get(1).call()).isEqualTo(seen.get(0).call());
        assertThat(seen.get(1).ended()).isNotNull();
        assertThat(seen.get(1).ended().theirId()).isEqualTo("e-1");
        assertThat(seen.get(1).ended().httpStatus()).isEqualTo(200);
        assertThat(seen.get(1).ended().bytesIn()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "DanCu-Event-Id: 0192f6a0-5f0e-7c3a-9d51-999080000001, 0192f6a0-5f0e-7c3a-9d51-999080000001",
        "X-Request-Id: a123456789bc4d5e6f7a8b9c0d1e2f3a, a123456789bc4d5e6f7a8b9c0d1e2f3a",
        "X-Request-Id: req/7f.2, req/7f.2",
        "X-Request-Id: 999080000001, ",
        "X-Request-Id: tra-cuu-999080000001, ",
        "X-Request-Id: a999080000001, ",
        "X-Request-Id: two words, "
    })
    void keepsTheIdOfTheOtherSideUnlessSomebodysNumberMayBeInIt(String header, @Nullable String kept) throws Exception {
        answers(found(header + "\r\n"), FOUND);
        try (RunningUpstream upstream = json()) {
            upstream.ask(QUESTION, RELEASED);

            assertThat(upstream.records.get(1).ended()).isNotNull();
            assertThat(upstream.records.get(1).ended().theirId()).isEqualTo(kept);
        }
    }

    @Test
    void asksNothingWithoutARecord() throws Exception {
        CallTrail trail = new CallTrail() {
            @Override
            public void asked(CallRecord record) {
                throw BusException.of(ErrorCode.AUDIT_UNAVAILABLE);
            }

            @Override
            public void ended(CallRecord record) {
                throw new AssertionError("Nothing was asked");
            }
        };
        try (RunningUpstream upstream = new RunningUpstream(RunningUpstream.settings("ngsp", side.address()), trail)) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE);
        }
        assertThat(side.requests()).isEmpty();
    }

    @Test
    void recordsNothingOfTheFirstAttemptAsIfItWereOfTheSecond() throws Exception {
        answers(refusal("401 Unauthorized", 900901), FOUND);
        try (RunningUpstream upstream = json()) {
            upstream.ask(QUESTION, RELEASED);

            CallRecord.Ended ended = upstream.records.get(1).ended();
            assertThat(ended).isNotNull();
            assertThat(ended.attempts()).isEqualTo(2);
            assertThat(ended.httpStatus()).isEqualTo(200);
            assertThat(ended.theirCode()).isNull();
            assertThat(ended.theirId()).isNull();
        }
        answers(refusal("401 Unauthorized", 900901), new byte[0]);
        tokens.set(0);
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);

            CallRecord.Ended ended = upstream.records.get(1).ended();
            assertThat(ended).isNotNull();
            assertThat(ended.httpStatus()).isNull();
            assertThat(ended.theirCode()).isNull();
            assertThat(ended.bytesIn()).isZero();
        }
    }

    /** Whoever lacks a right lacks it with any token. */
    @Test
    void keepsTheTokenAndAsksNothingAgainWhenARightIsMissing() throws Exception {
        try (RunningUpstream upstream = json()) {
            for (byte[] refusal :
                    new byte[][] {refusal("403 Forbidden", 900908), http("403 Forbidden", "Connection: close\r\n", "no")
                    }) {
                answers(refusal, FOUND);
                assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_CREDENTIALS_REFUSED);
            }
        }
        assertThat(side.questions()).hasSize(2);
        assertThat(tokens).hasValue(1);
    }

    @Test
    void closesTheBreakerAgainThoughSomethingOfOursBrokeWhileItWasTried() {
        CallGate gate = new CallGate(
                "national",
                RunningUpstream.settings(
                        "official",
                        side.address(),
                        0,
                        64,
                        new UpstreamSettings.Breaker(50, 5, Duration.ofMillis(100), 1)));
        for (int i = 0; i < 5; i++) {
            catchThrowableOfType(BusException.class, () -> gate.through(UpstreamRecordsTest::away));
        }
        await().until(() -> catchThrowableOfType(Error.class, () -> gate.through(UpstreamRecordsTest::broken)) != null);
        assertThat(gate.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);

        assertThat(gate.through(() -> "fine")).isEqualTo("fine");
        assertThat(gate.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private static String away() {
        throw CallFailure.of(ErrorCode.UPSTREAM_UNAVAILABLE, null);
    }

    private static String broken() {
        throw new StackOverflowError();
    }
}
