package vn.dancu.bus.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulated SMSC does wrong when it is told to. */
class MockSmscFaultsTest {

    private final BoundClient client = new BoundClient();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void refusesToTakeAndThenTakes() throws Exception {
        client.faults("[{\"verb\":\"submit_sm\",\"fault\":\"fail\",\"code\":\"0x14\",\"times\":1}]");
        SMPPSession session = client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        assertThatThrownBy(() -> BoundClient.submit(session, 0, new byte[] {1}, 0))
                .hasMessageContaining("00000014");
        BoundClient.submit(session, 0, new byte[] {1}, 0);

        assertThat(client.conversation()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"silent, 1, true", "slow, 1, true", "lost, 1, false", "drop, 0, false", "garbage, 1, ", "truncated, 1, "
    })
    void losesTheResponseAsOrdered(String fault, int taken, Boolean open) throws Exception {
        client.faults("[{\"verb\":\"submit_sm\",\"fault\":\"" + fault + "\",\"delayMillis\":400,\"times\":1}]");
        SMPPSession session = client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        session.setTransactionTimer(200);

        assertThatThrownBy(() -> BoundClient.submit(session, 0, new byte[] {1}, 0))
                .isInstanceOfAny(ResponseTimeoutException.class, InvalidResponseException.class, IOException.class);

        assertThat(client.conversation()).hasSize(taken);
        if (open != null) {
            await().untilAsserted(() ->
                    assertThat(session.getSessionState() != SessionState.CLOSED).isEqualTo(open));
        }
    }

    @ParameterizedTest
    @CsvSource({"drop, 1", "lost, 2", "duplicate, 2", "truncated, 1", "garbage, 1"})
    void deliversAsOrderedAndLosesNothing(String fault, int copies) throws Exception {
        client.faults("[{\"verb\":\"deliver_sm\",\"fault\":\"" + fault + "\",\"times\":1}]");
        client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        client.sender.send(PhoneText.plain(BoundClient.PHONE, "8088", "DC HD"));
        // A thread of jsmpp's client dies of a field that is cut.
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            if (client.sessions.stream()
                    .noneMatch(session -> session.getSessionState().isBound())) {
                client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");
            }
            assertThat(client.conversation()).extracting(PhoneMessage::state).containsExactly("taken");
        });

        assertThat(client.delivered).hasSizeBetween(1, copies);
    }

    @ParameterizedTest
    @CsvSource({"silent, 0, DELIVRD", "duplicate, 2, DELIVRD", "early, 1, DELIVRD", "fail, 1, UNDELIV"})
    void receiptsComeAsOrdered(String fault, int copies, String state) throws Exception {
        client.faults("[{\"verb\":\"receipt\",\"fault\":\"" + fault + "\",\"times\":1}]");
        SMPPSession session = client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        BoundClient.submit(session, 0, new byte[] {1}, 1);
        int early = client.delivered.size();
        BoundClient.submit(session, 0, new byte[] {1}, 1);

        await().untilAsserted(() -> assertThat(client.delivered).hasSize(copies + 1));
        assertThat(early).isLessThanOrEqualTo(copies);
        if (fault.equals("early")) {
            assertThat(early).isEqualTo(1);
        }
        assertThat(client.delivered)
                .anySatisfy(receipt ->
                        assertThat(receipt.getShortMessage()).asString().contains("stat:" + state));
    }
}
