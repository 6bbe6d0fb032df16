package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.BusException;

/** Bodies around the limit of a question and far beyond it at every door, and a disk of large bodies that is full. */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "a minute: bench/drills/run or -Plong")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsDrillIT {

    private static final int LIMIT = 1 << 20;
    private static final int TEN = 10 << 20;
    private static final int HUNDRED = 100 << 20;
    private static final List<Integer> SIZES = List.of(0, LIMIT - 1, LIMIT, LIMIT + 1, TEN - 1, TEN, TEN + 1, HUNDRED);
    private static final String PARTNER = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";

    private final List<String> wrong = new ArrayList<>();
    private final RunningBus bus = RunningBus.shared();
    private int answered;
    private int refused;

    /** Up to the limit each is answered, beyond it refused as {@code message_too_large}, nothing at all as what it is. */
    @Test
    void bodiesOfEverySizeAreAnsweredOrRefusedWithACode() throws Exception {
        for (int size : SIZES) {
            soap(size);
            rest(size);
            token(size);
            admin(size);
            queue(size);
        }

        Balance balance =
                new Balance("bodies", answered + refused + wrong.size(), answered, refused, wrong.size(), 0).written();
        assertThat(wrong).as("neither answered nor refused with the right code").isEmpty();
        assertThat(balance.done()).as("two sizes at soap, rest and the queue").isEqualTo(6);
        assertThat(new SoapClient(bus.ports().http(), PARTNER, SECRET)
                        .lookUp(bus.anybody())
                        .status())
                .isEqualTo(200);
    }

    /** What needs no disk goes on; health stays 200 and names the storage. */
    @Test
    void aFullDiskStopsLargeBodiesAlone() throws IOException {
        try (SecondInstance full = SecondInstance.beside(
                bus,
                "--dancu.delivery.reserve=100000TB",
                "--dancu.delivery.folder=" + Path.of("target/drill-full-disk").toAbsolutePath())) {
            ClaimChecks claims = full.bean(ClaimChecks.class);
            int questions = 20;
            int done = 0;
            for (int i = 0; i < questions; i++) {
                assertThatThrownBy(() -> claims.store(new ByteArrayInputStream(new byte[1 << 20]), LIMIT))
                        .isInstanceOf(BusException.class)
                        .hasMessage("storage_unavailable");
                done += new SoapClient(full.http(), PARTNER, SECRET)
                                        .lookUp(bus.anybody())
                                        .status()
                                == 200
                        ? 1
                        : 0;
            }

            new Balance("full-disk", 2L * questions, done, questions, questions - done, 0).written();
            assertThat(done).isEqualTo(questions);
            assertThat(get(full.http(), "/actuator/health").status()).isEqualTo(200);
            assertThat(get(full.management(), "/actuator/health").body()).contains("\"storage\":\"full\"");
            assertThat(get(full.management(), "/actuator/prometheus").body())
                    .containsPattern("(?m)^dancu_delivery_storage_free_bytes -");
        }
    }

    private void soap(int size) {
        String question = SoapClient.envelope(
                "TraCuuThongTinCongDan",
                SoapClient.lookUpContent(bus.anybody(), UUID.randomUUID().toString()));
        List<String> headers = new ArrayList<>(Signature.headers(
                PARTNER, SECRET, String.valueOf(Clock.systemUTC().millis())));
        headers.add("Content-Type: text/xml; charset=utf-8");
        headers.add("SOAPAction: \"\"");
        tally("soap", size, send("POST " + Signature.PATH, headers, padded(question, size)));
    }

    private void rest(int size) {
        String question =
                """
                {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                        .formatted(
                                UUID.randomUUID(),
                                bus.anybody().soDinhDanh(),
                                bus.anybody().hoVaTen(),
                                bus.anybody().ngaySinh());
        List<String> headers = List.of(
                "Authorization: Bearer " + Tokens.fetch(bus.ports().http(), PARTNER, SECRET),
                "Content-Type: application/json");
        tally("rest", size, send("POST /api/v1/citizens/lookup", headers, padded(question, size)));
    }

    /** A form has a limit of its own, far below: whatever its size it is refused. */
    private void token(int size) {
        List<String> headers = List.of("Content-Type: application/x-www-form-urlencoded");
        tallyRefusal("token", size, send("POST /oauth2/token", headers, padded("", size)));
    }

    private void admin(int size) {
        List<String> headers = List.of("Content-Type: application/json");
        tallyRefusal("admin", size, send("POST /api/v1/admin/suspensions", headers, padded("{}", size)));
    }

    private void queue(int size) throws Exception {
        String id = UUID.randomUUID().toString();
        String question = "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + SoapClient.lookUpContent(bus.anybody(), id) + "</dan:TraCuuThongTinCongDan>";
        try (HubClient hub = new HubClient(bus.ports().artemis(), PARTNER, SECRET)) {
            hub.send(padded(question, size), false, id);
            Message answer = hub.answer(id);
            String code = answer == null ? "no answer" : answer.getStringProperty("DanCuErrorCode");
            tally("queue", size, code == null ? 200 : 400, String.valueOf(code));
            if (code != null) {
                Message dead = hub.take("dancu.hub." + PARTNER + ".dlq", id, 20_000);
                if (dead == null) {
                    wrong.add("queue " + size + ": the question is not kept");
                }
            }
        }
    }

    private RawHttp.Answer send(String line, List<String> headers, byte[] body) {
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length);
        return RawHttp.send(bus.ports().http(), line, all, body);
    }

    private void tally(String door, int size, RawHttp.Answer answer) {
        tally(door, size, answer.status(), answer.body());
    }

    private void tally(String door, int size, int status, String said) {
        boolean fits = size > 0 && size <= LIMIT;
        if (fits && status == 200) {
            answered++;
        } else if (!fits && status >= 400 && (size == 0 || said.contains("message_too_large"))) {
            refused++;
        } else {
            wrong.add(door + " " + size + ": " + status + " " + said.substring(0, Math.min(300, said.length())));
        }
    }

    private void tallyRefusal(String door, int size, RawHttp.Answer answer) {
        boolean tooLarge = answer.status() == 413 || answer.body().contains("message_too_large");
        if (answer.status() >= 400 && answer.status() < 500 && (size <= LIMIT || tooLarge)) {
            refused++;
        } else {
            wrong.add(door + " " + size + ": " + answer.status() + " " + answer.body());
        }
    }

    /** The question with blanks after it, that many bytes in all; nothing at all of size 0. */
    private static byte[] padded(String question, int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        byte[] begin = question.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(begin, 0, body, 0, Math.min(size, begin.length));
        return body;
    }

    private static RawHttp.Answer get(int port, String path) {
        return RawHttp.send(port, "GET " + path, List.of(), new byte[0]);
    }
}
