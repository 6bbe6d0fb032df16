package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.fixtures.ScriptedSide.http;
import static vn.dancu.bus.upstream.UpstreamCallsTest.AWAY;
import static vn.dancu.bus.upstream.UpstreamCallsTest.failure;
import static vn.dancu.bus.upstream.UpstreamCallsTest.token;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.kernel.ErrorCode;

/** What a question that fails uses up of what another side lets us ask. */
class UpstreamPermitsTest {

    private ScriptedSide side;

    @BeforeEach
    void start() throws Exception {
        side = new ScriptedSide();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private RunningUpstream json() throws Exception {
        return new RunningUpstream(RunningUpstream.settings("ngsp", side.address()));
    }

    /** What another side lets us ask it counts at its service, and not at the address of its tokens. */
    @ParameterizedTest
    @ValueSource(strings = {"503 Service Unavailable", "200 OK", "401 Unauthorized"})
    void aTokenThatDoesNotComeUsesUpNothingOfTheQuota(String answer) throws Exception {
        side.answers(request -> http(answer, "Connection: close\r\n", "{}"));
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream).code()).startsWith("upstream_");

            assertThat(upstream.permits).hasValue(1000);
            assertThat(upstream.records).as("both records are there").hasSize(2);
        }
        assertThat(side.questions()).isEmpty();
    }

    /** Without tokens nothing is answered: a side whose token address fails is left alone like one that fails itself. */
    @Test
    void tokensThatDoNotComeOpenTheBreaker() throws Exception {
        side.answers(request -> AWAY);
        UpstreamSettings.Breaker quick = new UpstreamSettings.Breaker(50, 5, Duration.ofSeconds(10), 1);
        try (RunningUpstream upstream =
                new RunningUpstream(RunningUpstream.settings("ngsp", side.address(), 0, 64, quick))) {
            for (int i = 0; i < 5; i++) {
                assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_TOKEN_UNAVAILABLE);
            }
            assertThat(failure(upstream)).isEqualTo(ErrorCode.UPSTREAM_OVERLOADED);
            assertThat(upstream.permits).hasValue(1000);
        }
        assertThat(side.requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Service Unavailable", "429 Too Many Requests", "401 Unauthorized", "cut"})
    void aQuestionThatMayHaveBeenReadUsesUpOnePermitHoweverItEnds(String answer) throws Exception {
        side.answers(request -> request.isOfToken()
                ? token("t1", 3600)
                : answer.equals("cut") ? new byte[0] : http(answer, "Connection: close\r\n", "{}"));
        try (RunningUpstream upstream = json()) {
            assertThat(failure(upstream).code()).startsWith("upstream_");

            assertThat(upstream.permits).hasValue(999);
        }
    }
}
