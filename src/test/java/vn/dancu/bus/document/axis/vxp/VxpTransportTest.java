package vn.dancu.bus.document.axis.vxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Http;
import vn.dancu.bus.document.AxisSettings.Retry;
import vn.dancu.bus.document.axis.AgencyForm;
import vn.dancu.bus.document.axis.AgencyRegistration;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.axis.Agency;
import vn.dancu.bus.message.axis.ReceivedItem;
import vn.dancu.bus.message.axis.SentStatus;
import vn.dancu.bus.message.axis.SynchronizedUnit;

/** The bus's client and the mock axis over real HTTP, with every fault that the mock can play. */
class VxpTransportTest {

    @TempDir
    private Path folder;

    private RunningAxis axis;
    private AxisTransport portal;
    private AxisTransport register;

    @BeforeEach
    void start() {
        axis = RunningAxis.start(folder, 20);
        portal = axis.transport(RunningAxis.PORTAL);
        register = axis.transport(RunningAxis.REGISTER);
    }

    @AfterEach
    void stop() {
        axis.close();
    }

    private static byte[] document(int size) {
        return RunningAxis.document(
                RunningAxis.PORTAL, RunningAxis.REGISTER, UUID.randomUUID().toString(), size);
    }

    private String send(byte[] document) {
        return portal.send(
                        AxisContent.of(document),
                        RunningAxis.PORTAL,
                        List.of(RunningAxis.REGISTER),
                        AxisMessageType.EDOC)
                .docId();
    }

    private List<ReceivedItem> waiting() {
        return register.received(AxisMessageType.EDOC);
    }

    private static byte[] bytes(AxisTransport transport, String docId) throws IOException {
        try (InputStream in = transport.get(docId)) {
            return in.readAllBytes();
        }
    }

    /** The register; where the axis is slow with less patience, since all of it is waited for. */
    private AxisTransport registerThatMeets(String fault) {
        if (!fault.equals("slow")) {
            return register;
        }
        Account account = axis.account(
                RunningAxis.REGISTER, RunningAxis.secret(RunningAxis.REGISTER), false, DataSize.ofMegabytes(1));
        return axis.transport(impatient(account, Duration.ofSeconds(1), Duration.ofSeconds(20), 2));
    }

    private static Account impatient(Account account, Duration answer, Duration whole, int attempts) {
        return new Account(
                account.transport(),
                account.endpoint(),
                account.agency(),
                account.credentials(),
                account.pollPause(),
                account.maxDocument(),
                account.download(),
                new Http(4, Duration.ofSeconds(2), answer, whole, null, null),
                new Retry(attempts, Duration.ZERO),
                Map.of(),
                account.codes());
    }

    private static Kind kindOf(Runnable call) {
        List<Kind> kinds = new ArrayList<>();
        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(call::run)
                .satisfies(failure -> kinds.add(failure.kind()));
        return kinds.get(0);
    }

    @Test
    void carriesADocumentFromOneAgencyToAnotherByteForByte() throws IOException {
        byte[] document = document(60_000);

        String sent = send(document);

        assertThat(register.count(AxisMessageType.EDOC)).isEqualTo(1);
        ReceivedItem item = waiting().get(0);
        assertThat(item.from()).isEqualTo(RunningAxis.PORTAL);
        assertThat(item.content()).isEqualTo(new ReceivedItem.Size(Sha256.hex(document), (long) document.length));
        String docId = String.valueOf(item.number());
        assertThat(bytes(register, docId)).isEqualTo(document);

        register.updateStatus(docId, AxisProgress.PROCESSING, null);
        assertThat(waiting()).hasSize(1);
        register.updateStatus(docId, AxisProgress.DONE, "Đã hoàn thành, số 1\r\nX: y");
        register.updateStatus(docId, AxisProgress.DONE, null);

        assertThat(waiting()).isEmpty();
        assertThat(register.count(AxisMessageType.EDOC)).isZero();
        assertThat(portal.sent(AxisMessageType.EDOC, sent)).singleElement().satisfies(status -> {
            assertThat(status.receiver())
                    .isEqualTo(new SentStatus.Side(
                            docId,
                            RunningAxis.REGISTER,
                            "done",
                            "Da hoan thanh, so 1 X: y",
                            status.receiver().time()));
            assertThat(status.notation()).isEqualTo("15/UBND-KT");
            assertThat(status.title()).isEqualTo("Đề nghị cung cấp thông tin");
        });
    }

    @Test
    void fetchesDocumentsAsBytesWhereTheAccountSaysSo() throws IOException {
        byte[] document = document(200_000);
        send(document);
        AxisTransport downloading = axis.transport(axis.account(
                RunningAxis.REGISTER, RunningAxis.secret(RunningAxis.REGISTER), true, DataSize.ofMegabytes(1)));

        assertThat(bytes(downloading, String.valueOf(waiting().get(0).number())))
                .isEqualTo(document);
        assertThat(kindOf(() -> downloading.get("none"))).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "error-page", "fail"})
    void takesNoPageForADocument(String fault) {
        send(document(10));
        String docId = String.valueOf(waiting().get(0).number());
        AxisTransport downloading = axis.transport(axis.account(
                RunningAxis.REGISTER, RunningAxis.secret(RunningAxis.REGISTER), true, DataSize.ofMegabytes(1)));
        axis.faults("[{\"verb\":\"downloadEdoc\",\"fault\":\"" + fault + "\"}]");

        assertThat(kindOf(() -> downloading.get(docId))).isIn(Kind.UNREADABLE, Kind.UNAVAILABLE);
    }

    @Test
    void waitsForNoAnswerThatComesAByteAtATime() {
        Account account = axis.account(
                RunningAxis.REGISTER, RunningAxis.secret(RunningAxis.REGISTER), false, DataSize.ofMegabytes(1));
        Account impatient = impatient(account, Duration.ofSeconds(2), Duration.ofMillis(200), 1);
        axis.faults("[{\"fault\":\"trickle\",\"delayMillis\":50}]");

        assertThat(kindOf(() -> axis.transport(impatient).received(AxisMessageType.EDOC)))
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void takesNoDocumentThatIsLargerThanTheSettingsAllow() {
        send(document(100_000));
        AxisTransport small = axis.transport(axis.account(
                RunningAxis.REGISTER, RunningAxis.secret(RunningAxis.REGISTER), false, DataSize.ofKilobytes(100)));

        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> small.get(String.valueOf(waiting().get(0).number())))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "garbage", "no-data", "truncated", "error-page", "fail", "slow"})
    void takesNoListThatCannotBeReadForAnEmptyOne(String fault) {
        send(document(10));
        axis.faults("[{\"verb\":\"getReceivedEdocList\",\"fault\":\"" + fault + "\",\"delayMillis\":2500}]");

        AxisTransport asking = registerThatMeets(fault);

        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> asking.received(AxisMessageType.EDOC))
                .satisfies(failure -> assertThat(failure.isTemporary()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "garbage", "no-data", "truncated", "error-page", "fail", "slow", "lost"})
    void triesAgainWhatDoesNoHarmTwice(String fault) throws IOException {
        byte[] document = document(5_000);
        send(document);
        String docId = String.valueOf(waiting().get(0).number());
        String rule = "\"fault\":\"" + fault + "\",\"times\":1,\"delayMillis\":2500}";
        axis.faults("[{\"verb\":\"getReceivedEdocList\"," + rule + ",{\"verb\":\"getEdoc\"," + rule
                + ",{\"verb\":\"updateStatus\"," + rule.replace("no-data", "fail") + "]");

        AxisTransport asking = registerThatMeets(fault);

        assertThat(asking.received(AxisMessageType.EDOC)).hasSize(1);
        assertThat(bytes(asking, docId)).isEqualTo(document);
        asking.updateStatus(docId, AxisProgress.DONE, null);
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "garbage", "no-data", "error-page", "fail", "lost"})
    void sendsOnceAlsoWhenTheAnswerIsLost(String fault) {
        axis.faults("[{\"verb\":\"sendEdoc\",\"fault\":\"" + fault + "\",\"times\":1}]");

        assertThat(kindOf(() -> send(document(10)))).isIn(Kind.UNAVAILABLE, Kind.UNREADABLE);

        assertThat(waiting()).hasSize(fault.equals("lost") ? 1 : 0);
    }

    @Test
    void tellsAWrongAccountFromAMessageThatIsRefused() {
        AxisTransport stranger = axis.transport(axis.account(RunningAxis.PORTAL, "wrong", false, DataSize.ofBytes(9)));
        byte[] document = document(10);

        assertThat(kindOf(() -> stranger.received(AxisMessageType.EDOC))).isEqualTo(Kind.ACCOUNT);
        assertThat(kindOf(() ->
                        portal.send(AxisContent.of(document), RunningAxis.PROVINCE, List.of(), AxisMessageType.EDOC)))
                .isEqualTo(Kind.ACCOUNT);
        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> portal.send(
                        AxisContent.of(document), RunningAxis.PORTAL, List.of("H99.77"), AxisMessageType.EDOC))
                .satisfies(failure -> {
                    assertThat(failure.axisCode()).isEqualTo("18");
                    assertThat(failure.isTemporary()).isFalse();
                    assertThat(failure.refusal().code()).isEqualTo(ErrorCode.AXIS_REFUSED);
                });
        assertThat(kindOf(() -> send("<edXML/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void saysUnavailableWhileTheAxisIsAwayAndGoesOnAfterwards() {
        send(document(10));
        axis.server().stop();

        assertThat(kindOf(this::waiting)).isEqualTo(Kind.UNAVAILABLE);

        axis.server().start();
        assertThat(waiting()).as("the mock keeps what it was sent").hasSize(1);
    }

    @Test
    void readsTheAgenciesInBothFormsOfTheirCodes() {
        List<Agency> newer = new ArrayList<>();
        List<Agency> older = new ArrayList<>();

        register.agencies(AgencyForm.QD20, newer::add);
        register.agencies(AgencyForm.FORMER, older::add);

        assertThat(newer).hasSize(23).extracting(Agency::code).contains("G22", "H41.01.01.001");
        assertThat(older).hasSize(23).extracting(Agency::code).contains("000.00.00.G22", "001.01.01.H41");
    }

    @Test
    void registersAnAgencyAndDeletesItAgain() {
        AxisTransport province = axis.transport(RunningAxis.PROVINCE);
        AgencyRegistration agency =
                new AgencyRegistration(null, "H41", "H41.09", "Sở Nội vụ", "vanthu@coquan.example", null, null);

        province.register(agency);
        assertThat(units()).anySatisfy(unit -> {
            assertThat(unit.agency().code()).isEqualTo("H41.09");
            assertThat(unit.deleted()).isFalse();
        });
        province.delete("H41.09");

        assertThat(units()).anySatisfy(unit -> {
            assertThat(unit.agency().code()).isEqualTo("H41.09");
            assertThat(unit.deleted()).isTrue();
        });
        assertThat(kindOf(() -> portal.delete("H41"))).as("another's agency").isEqualTo(Kind.REFUSED);
    }

    private List<SynchronizedUnit> units() {
        List<SynchronizedUnit> units = new ArrayList<>();
        register.synchronizedUnits(units::add);
        return units;
    }

    @Test
    void namesTheVerbAndTheRuleOfAFailureAndNothingOfTheAnswer() {
        axis.faults("[{\"fault\":\"garbage\"}]");

        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(this::waiting)
                .extracting(AxisFailure::refusal, type(vn.dancu.bus.kernel.Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.AXIS_ANSWER_UNREADABLE);
                    assertThat(refusal.field()).isEqualTo("getReceivedEdocList");
                    assertThat(refusal.rule()).isEqualTo("an answer in JSON with a status");
                });
    }
}
