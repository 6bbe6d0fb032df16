package vn.dancu.bus.document.axis.edoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.document.axis.AgencyForm;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.document.axis.SendReceipt;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.axis.Agency;
import vn.dancu.bus.message.axis.ReceivedItem;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.StatusCode;

/** The operations before QCVN 102 over real HTTP, between the bus's client and the mock axis. */
class EdocTransportTest {

    private static final MessageContext MESSAGES = RunningAxis.MESSAGES;
    private static final byte[] FILE = "%PDF-1.7 \r\n--Boundary\r\n nội dung".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private RunningAxis axis;
    private AxisTransport province;
    private AxisTransport register;

    @BeforeEach
    void start() {
        axis = RunningAxis.start(folder, 5);
        province = axis.older(RunningAxis.PROVINCE);
        register = axis.older(RunningAxis.REGISTER);
    }

    @AfterEach
    void stop() {
        axis.close();
    }

    private static AxisContent document(String id) {
        EDocument document = EDocument.of(
                        Organization.of(RunningAxis.PROVINCE, "UBND tỉnh Nghệ An"),
                        List.of(Organization.of(RunningAxis.REGISTER, "Bộ Công an")),
                        id,
                        DocumentDescription.of("Đề nghị cung cấp thông tin"))
                .with(List.of(Attachment.of("tep-1", "danh-sach.pdf", "application/pdf", Content.of(FILE))));
        return AxisContent.of(
                MESSAGES.xml(Version.EDXML_V1).write(MESSAGES.documents().write(document)));
    }

    private SendReceipt send(String id) {
        return province.send(document(id), RunningAxis.PROVINCE, List.of(), AxisMessageType.EDOC);
    }

    private List<ReceivedItem> waiting() {
        return register.received(AxisMessageType.EDOC);
    }

    @Test
    void carriesADocumentWithItsFileAsEdxmlOnBothSides() throws IOException {
        String sent = send("d-1").docId();

        String docId = String.valueOf(waiting().get(0).number());
        try (InputStream in = register.get(docId);
                Message message = MESSAGES.xml(Version.EDXML_V1).read(in)) {
            EDocument document = MESSAGES.documents().read(message);
            assertThat(document.id()).isEqualTo("d-1");
            assertThat(document.from().id()).isEqualTo(RunningAxis.PROVINCE);
            assertThat(document.to()).extracting(Organization::id).containsExactly(RunningAxis.REGISTER);
            assertThat(document.description().subject()).isEqualTo("Đề nghị cung cấp thông tin");
            Attachment attachment = document.attachments().get(0);
            assertThat(attachment.name()).isEqualTo("danh-sach.pdf");
            try (InputStream file = attachment.content().open()) {
                assertThat(file.readAllBytes()).isEqualTo(FILE);
            }
        }
        register.updateStatus(docId, AxisProgress.PROCESSING, null);
        assertThat(register.count(AxisMessageType.EDOC)).isEqualTo(1);
        register.updateStatus(docId, AxisProgress.DONE, null);

        assertThat(waiting()).isEmpty();
        assertThat(province.sent(AxisMessageType.EDOC, sent))
                .extracting(trace -> trace.receiver().status())
                .containsExactly("01");
    }

    @Test
    void reportsAStatusAsATrace() {
        String docId = send("d-1").docId();
        register.updateStatus(docId, AxisProgress.DONE, null);
        DocumentStatus status = new DocumentStatus(
                Organization.of(RunningAxis.REGISTER, null),
                List.of(new ResponseFor(RunningAxis.PROVINCE, null, null, docId, List.of())),
                null,
                Coded.of(StatusCode.RECEIVED),
                null,
                LocalDateTime.of(2026, 11, 29, 8, 0),
                List.of());

        register.send(
                AxisContent.of(MESSAGES.xml(Version.EDXML_V1)
                        .write(MESSAGES.documents().write(status))),
                RunningAxis.REGISTER,
                List.of(),
                AxisMessageType.STATUS);

        assertThat(province.sent(AxisMessageType.EDOC, docId))
                .extracting(trace -> trace.receiver().status())
                .containsExactly("03");
    }

    @Test
    void bringsADocumentOnceAlsoWhenTheAnswerWasLost() {
        axis.faults("[{\"verb\":\"SendDocument\",\"fault\":\"lost\",\"times\":1}]");

        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> send("d-1"))
                .satisfies(failure -> assertThat(failure.isTemporary()).isTrue());
        assertThat(send("d-1").docId()).isEqualTo("d-1");

        assertThat(waiting()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "garbage", "no-data", "truncated", "error-page", "slow", "fail"})
    void takesNoAnswerThatCannotBeReadForAnEmptyList(String fault) {
        send("d-1");
        axis.faults("[{\"verb\":\"GetPendingDocumentIds\",\"fault\":\"" + fault + "\",\"delayMillis\":2500}]");

        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(this::waiting)
                .satisfies(failure -> assertThat(failure.isTemporary()).isTrue());
    }

    @Test
    void tellsAWrongAccountFromADocumentThatIsRefused() {
        AxisTransport stranger = axis.older(RunningAxis.PROVINCE, "wrong");

        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> stranger.received(AxisMessageType.EDOC))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.ACCOUNT));
        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> register.get("none"))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(failure.axisCode()).isEqualTo("M.GetDocument");
                });
    }

    @Test
    void readsTheOrganizations() {
        List<Agency> agencies = new ArrayList<>();

        register.agencies(AgencyForm.FORMER, agencies::add);

        assertThat(agencies).hasSize(8).extracting(Agency::code).contains(RunningAxis.PORTAL);
    }
}
