package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.CallSessions;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;

/** How long a session of the adapter door lasts, and what is recorded of its calls. */
@AtTheDoors
class AdapterDoorIT {

    private static final String PARTNER = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";

    private final ScriptedInquiries inquiries;
    private final InMemoryPartners partners;
    private final ShiftedClock clock;
    private final int port;

    AdapterDoorIT(
            @Autowired ScriptedInquiries inquiries,
            @Autowired InMemoryPartners partners,
            @Autowired ShiftedClock clock,
            @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.partners = partners;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void forgets() {
        inquiries.forget();
        inquiries.answer(AdapterDoorIT::exists);
    }

    @AfterEach
    void setsAllRight() {
        clock.shift(Duration.ZERO);
        partners.with(PARTNER, SECRET, Partner.State.ACTIVE);
    }

    @Test
    void aSessionEndsWithItsTime() {
        String session = CallSessions.open(port, PARTNER, SECRET);

        clock.shift(Duration.ofMinutes(9));
        assertThat(DoorsClient.json(dossier(session)).path("error_code").asInt())
                .isZero();
        clock.shift(Duration.ofMinutes(10));
        assertThat(DoorsClient.code(dossier(session))).isEqualTo("token_expired");
    }

    @Test
    void aSessionEndsWithTheSecretThatOpenedIt() {
        String session = CallSessions.open(port, PARTNER, SECRET);
        partners.revoke(PARTNER);

        assertThat(DoorsClient.code(dossier(session))).isEqualTo("token_invalid");
        assertThat(inquiries.callers()).isEmpty();
    }

    @Test
    void aSessionEndsWithASuspension() {
        String session = CallSessions.open(port, PARTNER, SECRET);
        partners.with(PARTNER, SECRET, Partner.State.SUSPENDED);

        assertThat(DoorsClient.code(dossier(session))).isEqualTo("partner_suspended");
        assertThat(inquiries.callers()).isEmpty();
        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.contact().door()).isEqualTo("adapter");
            assertThat(recorded.contact().partner()).isEqualTo(new PartnerId(PARTNER));
        });
    }

    @Test
    void aSessionOfAnotherKeyIsWorthNothing() {
        String session = CallSessions.open(port, PARTNER, SECRET);
        char last = session.charAt(session.length() - 3);
        String changed = session.substring(0, session.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + session.substring(session.length() - 2);

        assertThat(DoorsClient.code(dossier(changed))).isEqualTo("token_invalid");
    }

    @Test
    void whoHasNoSecretLearnsNothingOfPartners() {
        String unknown = withoutOccurrence(CallSessions.login(port, "x99-nobody", "guessed"));

        assertThat(withoutOccurrence(CallSessions.login(port, PARTNER, "guessed")))
                .isEqualTo(unknown);
        assertThat(withoutOccurrence(CallSessions.login(port, "x01-held", "guessed")))
                .isEqualTo(unknown);
        assertThat(inquiries.refusals())
                .hasSize(3)
                .allSatisfy(recorded -> assertThat(recorded.contact().partner()).isNull());
    }

    @Test
    void recordsTheDossierAsTheCaseThatIsAskedFor() {
        dossier(CallSessions.open(port, PARTNER, SECRET));

        assertThat(inquiries.callers()).singleElement().satisfies(caller -> {
            InquiryOrigin origin = caller.origin();
            assertThat(origin.door()).isEqualTo("adapter");
            assertThat(origin.traits().issue()).isEqualTo("H41-261129-0001");
            assertThat(origin.traits().path()).isEqualTo("/XrdAdapter/RestService/forward/mapi/g");
            assertThat(origin.traits().method()).isEqualTo("POST");
        });
    }

    @Test
    void saysOfEachEntryWhatCameOfIt() {
        inquiries.answer(query -> query.name().equals("A") ? exists(query) : Refusal.of(ErrorCode.QUOTA_EXCEEDED));
        String session = CallSessions.open(port, PARTNER, SECRET);

        var answer = DoorsClient.json(CallSessions.call(
                port,
                """
                {"session":"%s","madonvi":"H41","service":"DongBoHoSoMC","data":[
                 {"MaHoSo":"1","MaTTHC":"1.001193","ChuHoSo":"A","MaDoiTuong":"999000000001"},
                 {"MaHoSo":"2","MaTTHC":"1.001193","ChuHoSo":"B","MaDoiTuong":"999000000002"}]}"""
                        .formatted(session),
                "X-Road-UserId: canbo01"));

        assertThat(answer.path("error_code").asInt()).isEqualTo(1);
        assertThat(answer.path("code").asText()).isEqualTo("quota_exceeded");
        assertThat(answer.at("/result/0/error_code").asInt()).isZero();
        assertThat(answer.at("/result/0/MaHoSo").asText()).isEqualTo("1");
        assertThat(answer.at("/result/0/ketQua/tonTai").asBoolean()).isTrue();
        assertThat(answer.at("/result/1/code").asText()).isEqualTo("quota_exceeded");
        assertThat(answer.at("/result/1/ketQua").isMissingNode()).isTrue();
    }

    @Test
    void recordsOfEachAnswerThatItWasCutWhenTheirAskerIsGone() throws IOException {
        byte[] call = dossierIn(CallSessions.open(port, PARTNER, SECRET)).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            inquiries.answer(query -> {
                reset(socket);
                return exists(query);
            });
            String head = "POST " + CallSessions.CALLS + " HTTP/1.1\r\nHost: localhost\r\nX-Road-UserId: canbo01\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + call.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(call);

            await().until(() -> !inquiries.refusals().isEmpty());
        }

        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.refusal().code()).isEqualTo(ErrorCode.ANSWER_CUT);
            assertThat(recorded.refusal().rule()).matches("the answer of event [0-9a-f-]{36} was cut");
            assertThat(recorded.contact().door()).isEqualTo("adapter");
        });
    }

    private RawHttp.Answer dossier(String session) {
        return CallSessions.call(port, dossierIn(session), "X-Road-UserId: canbo01");
    }

    private static String dossierIn(String session) {
        return """
                {"session":"%s","madonvi":"000.00.00.H41","service":"DongBoHoSoMC","data":[
                 {"MaHoSo":"H41-261129-0001","MaTTHC":"1.001193","ChuHoSo":"A","MaDoiTuong":"999000000001"}]}"""
                .formatted(session);
    }

    /** Closes the connection so that the other side notices at its next byte. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer exists(CitizenQuery query) {
        return new Answer.OfExistence(query.requestId(), ResultStatus.FOUND, Instant.EPOCH, true);
    }

    private static String withoutOccurrence(RawHttp.Answer answer) {
        return answer.status() + answer.body().replaceAll("\"occurrence\":\"[^\"]*\"", "");
    }
}
