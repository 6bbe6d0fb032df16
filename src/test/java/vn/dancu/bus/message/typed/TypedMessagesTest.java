package vn.dancu.bus.message.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;
import vn.dancu.schema.citizen.v1.CongDan;
import vn.dancu.schema.citizen.v1.CongdanCollection;
import vn.dancu.schema.citizen.v1.HoGiaDinh;
import vn.dancu.schema.citizen.v1.HoVaTen;
import vn.dancu.schema.citizen.v1.KetQuaXacThuc;
import vn.dancu.schema.edxml.v1.AttachmentEncoded;
import vn.dancu.schema.edxml.v1.EdXML;
import vn.dancu.schema.edxml.v1.Organization;
import vn.dancu.schema.population.v1.CauHoi;
import vn.dancu.schema.population.v1.ObjectFactory;

/** Messages as objects of classes and back; that every generated message comes back is among the properties of its family. */
class TypedMessagesTest {

    private static final MessageContext CONTEXT = MessageContext.create(MessageLimits.LARGE);

    private static final String TWO_PEOPLE =
            """
            <CongdanCollection xmlns="http://www.mic.gov.vn/dancu/1.0" xmlns:h="urn:vn:h41" h:lo="7" SoCongDan=" 2 ">\
            <CongDan><GioiTinh>1</GioiTinh><h:GhiChu h:nguon="xa">đã <h:b>đối chiếu</h:b></h:GhiChu>\
            <SoDinhDanh h:dau="x">999080000001</SoDinhDanh><ChieuCao>170</ChieuCao></CongDan>\
            <DanhDau>giữa</DanhDau>\
            <CongDan><SoDinhDanh>999080000002</SoDinhDanh><ChieuCao>160</ChieuCao></CongDan>\
            </CongdanCollection>""";

    @TestFactory
    Stream<DynamicTest> everyExampleComesBack() {
        return Arrays.stream(Version.values()).flatMap(version -> Trees.files(folder(version), ".xml")
                .map(file -> dynamicTest(version + " " + file.getFileName(), () -> comesBack(version, file))));
    }

    private static void comesBack(Version version, Path file) {
        try (Message message = Trees.read(CONTEXT.xml(version), file)) {
            Message back = CONTEXT.message(message.as(TypedElement.class));

            assertThat(back.version()).isEqualTo(version);
            assertThat(CONTEXT.xml(version).write(back))
                    .isEqualTo(CONTEXT.xml(version).write(message));
        }
    }

    private static Path folder(Version version) {
        return Path.of("schemas", version.family(), "v" + version.number(), "examples");
    }

    @Test
    void aChangeLeavesEverythingElseWhereItStood() {
        CongdanCollection people = twoPeople();

        people.getCongDan().get(0).setSoDinhDanh("999080000003");
        people.getCongDan().get(0).setHoVaTen(name("An"));

        assertThat(xml(people))
                .isEqualTo(canonical(TWO_PEOPLE
                        .replace("999080000001", "999080000003")
                        .replace("<GioiTinh>1", "<HoVaTen><Ten>An</Ten></HoVaTen><GioiTinh>1")));
    }

    @Test
    void whoIsTakenOutTakesAlongWhatNoSchemaKnowsOfThem() {
        CongdanCollection people = twoPeople();

        people.getCongDan().remove(0);

        assertThat(xml(people))
                .contains("<ChieuCao>160</ChieuCao>", "<DanhDau>giữa</DanhDau>")
                .doesNotContain("170", "GhiChu xmlns", "999080000001");
    }

    @Test
    void whoChangesPlacesTakesAlongWhatNoSchemaKnowsOfThem() {
        CongdanCollection people = twoPeople();

        Collections.reverse(people.getCongDan());

        assertThat(xml(people))
                .containsSubsequence("999080000002", "160", "<DanhDau>giữa</DanhDau>", "999080000001", "170");
    }

    @Test
    void whoIsAddedStandsAfterTheOthers() {
        CongdanCollection people = twoPeople();
        CongDan third = new CongDan();
        third.setSoDinhDanh("999080000003");

        people.getCongDan().add(third);

        assertThat(xml(people)).containsSubsequence("999080000001", "999080000002", "999080000003");
    }

    @Test
    void anElementOrAttributeSetToNullIsGone() {
        CongdanCollection people = twoPeople();

        people.getCongDan().get(0).setGioiTinh(null);
        people.setSoCongDan(null);

        assertThat(xml(people)).doesNotContain("GioiTinh", "SoCongDan").contains("lo=\"7\"", "ChieuCao");
    }

    @Test
    void spellingStaysWhereTheValueDoes() {
        String answer = "<KetQuaXacThucResponse xmlns=\"http://www.mic.gov.vn/dancu/1.0\""
                + " ThoiDiemDuLieu=\"2026-11-24T01:02:03+00:00\"><TonTai>1</TonTai></KetQuaXacThucResponse>";
        KetQuaXacThuc known = read(answer).as(KetQuaXacThuc.class);

        assertThat(xml(known)).isEqualTo(answer);
        known.setTonTai(false);
        assertThat(xml(known)).isEqualTo(answer.replace(">1<", ">false<"));
    }

    @Test
    void anObjectThatAProgramMadeIsAMessage() {
        CongdanCollection people = new CongdanCollection();
        CongDan person = new CongDan();
        person.setHoVaTen(name("An"));
        person.setSoDinhDanh("999080000001");
        people.getCongDan().add(person);

        Message message = CONTEXT.message(people);

        CONTEXT.validator(Version.QCVN_109_V1).check(message, Reaction.STRICT);
        assertThat(message.root())
                .isEqualTo(Node.of(
                        "CongdanCollection",
                        List.of(Node.of(
                                "CongDan",
                                List.of(
                                        Node.text("SoDinhDanh", "999080000001"),
                                        Node.of("HoVaTen", List.of(Node.text("Ten", "An"))))))));
    }

    @Test
    void typesThatAreReadByNameHaveAGetterForEachElement() {
        try (Message message = Trees.read(
                CONTEXT.xml(Version.EDXML_V1), folder(Version.EDXML_V1).resolve("ba-tep.xml"))) {
            EdXML document = message.as(EdXML.class);
            Organization from = document.getEdXMLEnvelope()
                    .getEdXMLHeader()
                    .getMessageHeader()
                    .getFrom();

            assertThat(from.getOrganId())
                    .isEqualTo(message.get("edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId")
                            .orElseThrow());
        }
    }

    @Test
    void attachmentsAreBytesThatOutliveTheirMessage() throws Exception {
        MessageLimits files = new MessageLimits(1 << 20, 32, 1000, 32, 128, 8192, 64, 1 << 20, 1);
        EdXML document;
        try (Message message = Trees.read(
                CONTEXT.xml(Version.EDXML_V1).within(files),
                folder(Version.EDXML_V1).resolve("ba-tep.xml"))) {
            document = message.as(EdXML.class);
        }
        AttachmentEncoded attachments = document.getAttachmentEncoded();
        byte[] read = attachments.getAttachment().get(2).getContentTransferEncoded();
        attachments.getAttachment().get(2).setContentTransferEncoded("Kính gửi".getBytes(StandardCharsets.UTF_8));

        List<Node> written = CONTEXT.message(document).all("AttachmentEncoded/Attachment/ContentTransferEncoded");

        assertThat(read).isEqualTo("Ghi chú".getBytes(StandardCharsets.UTF_8));
        assertThat(bytes(written.get(0).content())).startsWith("%PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(bytes(written.get(2).content()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Kính gửi");
    }

    @Test
    void aTypeOfSeveralDocumentsIsNamedByTheFactoryOrByWhereItCameFrom() {
        CauHoi question = new CauHoi();
        question.setSoDinhDanh("999080000001");

        Message made = CONTEXT.message(new ObjectFactory().createCungCapThongTinCongDan(question));
        Message back = CONTEXT.message(made.as(CauHoi.class));

        assertThat(made.root().name()).isEqualTo("CungCapThongTinCongDan");
        assertThat(back.root()).isEqualTo(made.root());
        assertThatThrownBy(() -> CONTEXT.message(question))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TraCuuThongTinCongDan, ");
    }

    @Test
    void aMessageWithAnErrorIsRefusedWithItsCodeFieldAndRule() {
        Message message = read(TWO_PEOPLE).with("CongDan[1]/SoDinhDanh", "1");

        assertThatThrownBy(() -> message.as(CongdanCollection.class))
                .asInstanceOf(InstanceOfAssertFactories.type(BusException.class))
                .satisfies(refused -> {
                    assertThat(refused.refusal().code().code()).isEqualTo("field_invalid");
                    assertThat(refused.refusal().field()).isEqualTo("CongDan[1]/SoDinhDanh");
                    assertThat(refused.refusal().rule()).contains("12 digits");
                });
    }

    @Test
    void anotherDocumentThanAskedForIsRefused() {
        assertThatThrownBy(() -> read(TWO_PEOPLE).as(HoGiaDinh.class))
                .isInstanceOf(BusException.class)
                .hasMessage("operation_unknown");
    }

    @Test
    void anObjectOfNoFamilyIsNoMessage() {
        assertThatThrownBy(() -> CONTEXT.message("text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CONTEXT.message(new HoVaTen())).isInstanceOf(IllegalArgumentException.class);
    }

    private static HoVaTen name(String given) {
        HoVaTen name = new HoVaTen();
        name.setTen(given);
        return name;
    }

    private static CongdanCollection twoPeople() {
        return read(TWO_PEOPLE).as(CongdanCollection.class);
    }

    private static Message read(String xml) {
        return CONTEXT.xml(Version.QCVN_109_V1)
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Reaction.LENIENT);
    }

    private static String xml(Object typed) {
        return new String(CONTEXT.xml(Version.QCVN_109_V1).write(CONTEXT.message(typed)), StandardCharsets.UTF_8);
    }

    private static String canonical(String xml) {
        return new String(CONTEXT.xml(Version.QCVN_109_V1).write(read(xml)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Content content) throws Exception {
        try (var in = content.open()) {
            return in.readAllBytes();
        }
    }
}
