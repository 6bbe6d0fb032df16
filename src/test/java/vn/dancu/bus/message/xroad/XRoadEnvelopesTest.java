package vn.dancu.bus.message.xroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Node;

class XRoadEnvelopesTest {

    private static final XRoadId CLIENT = XRoadId.subsystem("VN", "GOV", "000.00.00.H41", "lgsp-nghean");
    private static final XRoadId SERVICE =
            XRoadId.service(XRoadId.subsystem("VN", "GOV", "000.00.00.G01", "csdldc"), "Hoi", "v1");

    private final XRoadEnvelopes envelopes = new XRoadEnvelopes();
    private final XRoadEnvelopeWriter writer = new XRoadEnvelopeWriter();

    @Test
    void readsWhatTheWriterWrote() {
        XRoadMessage read = envelopes.read(question("<q:Hoi xmlns:q=\"urn:q\"><q:a>1</q:a></q:Hoi>"));

        assertThat(read.header().client()).isEqualTo(CLIENT);
        assertThat(read.header().service()).isEqualTo(SERVICE);
        assertThat(read.header().id()).isEqualTo("id-1");
        assertThat(read.body()).isEqualTo("Hoi");
        assertThat(read.bodyNamespace()).isEqualTo("urn:q");
        assertThat(read.content()).as("no business of X-Road").isNull();
    }

    @Test
    void repeatsEveryBlockInItsSequenceButTheHash() {
        String asked = text(question("<q:Hoi xmlns:q=\"urn:q\"/>"))
                .replace(
                        "</soap:Header>",
                        "<o:mine xmlns:o=\"urn:o\" o:mark=\"&lt;&amp;\" xmlns:p=\"urn:p\" p:other=\"2\"><o:deep>á</o:deep></o:mine>"
                                + "<xrd:requestHash algorithmId=\"x\">AA</xrd:requestHash></soap:Header>");
        XRoadMessage read = envelopes.read(bytes(asked));

        XRoadMessage back = envelopes.read(writer.answer(read, bytes("<HoiResponse/>")));

        List<Node> kept = read.blocks().subList(0, read.blocks().size() - 1);
        assertThat(back.blocks()).isEqualTo(kept);
        assertThat(back.body()).isEqualTo("HoiResponse");
    }

    @Test
    void takesTheAnswerOutOfItsElementWithTheMeaningOfItsPrefixes() {
        byte[] answer = question(
                "<d:HoiResponse xmlns:d=\"urn:d\" xmlns:c=\"urn:c\"><!-- x --><c:KetQua a=\"1\"><c:Ten>Đỗ &amp; Ân</c:Ten>"
                        + "</c:KetQua></d:HoiResponse>");

        assertThat(text(envelopes.content(answer)))
                .contains("urn:c", "Đỗ &amp; Ân", "a=\"1\"")
                .doesNotContain("urn:d", "<!--");
    }

    @ParameterizedTest
    @CsvSource({
        "<HoiResponse/>, field_missing",
        "<HoiResponse><a/><b/></HoiResponse>, field_duplicated",
        "<HoiResponse>text<a/></HoiResponse>, message_invalid"
    })
    void refusesAnElementWithoutOneAnswer(String body, String code) {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> envelopes.content(question(body)))
                .satisfies(e -> assertThat(e.refusal().code().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x;", "<a>&x;</a>"})
    void refusesEntitiesThatNobodyDeclared(String inside) {
        byte[] message = bytes(text(question("<Hoi/>")).replace("id-1", inside));

        assertThatExceptionOfType(BusException.class).isThrownBy(() -> envelopes.read(message));
    }

    /** Which a security server does not look at, while it has proved who the client of the real field is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<client id:objectType='SUBSYSTEM' %s>%s</client>",
                "<client xmlns='' id:objectType='SUBSYSTEM' %s>%s</client>",
                "<id:client id:objectType='SUBSYSTEM' %s>%s</id:client>",
                "<o:client xmlns:o='urn:o' id:objectType='SUBSYSTEM' %s>%s</o:client>"
            })
    void takesNothingElseForTheClient(String other) {
        String codes = "<id:xRoadInstance>VN</id:xRoadInstance><id:memberClass>GOV</id:memberClass>"
                + "<id:memberCode>000.00.00.G22</id:memberCode><id:subsystemCode>portal</id:subsystemCode>";
        String block = other.formatted("xmlns:id='http://x-road.eu/xsd/identifiers'", codes);

        for (String message : List.of(withBlock(block, "<soap:Header>"), withBlock(block, "</soap:Header>"))) {
            try {
                assertThat(envelopes.read(bytes(message)).header().client()).isEqualTo(CLIENT);
            } catch (BusException e) {
                assertThat(e.refusal().code().code()).isEqualTo("message_invalid");
            }
        }
    }

    private String withBlock(String block, String at) {
        String asked = text(question("<Hoi/>"));
        return asked.replace(at, at.startsWith("</") ? block + at : at + block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<id:memberCode>000.00.00.G22</id:memberCode>",
                "<memberCode>000.00.00.G22</memberCode>",
                "<xrd:memberCode>000.00.00.G22</xrd:memberCode>"
            })
    void refusesASecondCodeInsideAnIdentifier(String code) {
        String asked = text(question("<Hoi/>")).replaceFirst("<id:memberCode>", code + "<id:memberCode>");

        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> envelopes.read(bytes(asked)))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo("Header/client"));
    }

    @Test
    void refusesAForeignBlockThatMustBeUnderstood() {
        for (String actor : List.of("", " soap:actor='http://schemas.xmlsoap.org/soap/actor/next'")) {
            String block = "<o:x xmlns:o='urn:o' soap:mustUnderstand='1'" + actor + "/>";

            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(() -> envelopes.read(bytes(withBlock(block, "</soap:Header>"))))
                    .satisfies(e -> assertThat(e.refusal().code().code()).isEqualTo("soap_header_not_understood"));
        }
        String forAnother = "<o:x xmlns:o='urn:o' soap:mustUnderstand='1' soap:actor='urn:another'/>";
        assertThat(envelopes
                        .read(bytes(withBlock(forAnother, "</soap:Header>")))
                        .blocks())
                .extracting(Node::name)
                .contains("x");
    }

    @Test
    void readsAFaultWithoutHeader() {
        XRoadMessage fault = envelopes.read(
                bytes(
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault/></s:Body></s:Envelope>"));

        assertThat(fault.isFault()).isTrue();
    }

    @Test
    void readsTheMessageOfAMultipartHoweverItsLinesEnd() {
        for (String end : List.of("\n", "\r\n")) {
            String body = String.join(
                    end,
                    "preamble",
                    "--b",
                    "Content-Type: text/plain",
                    "Content-ID: <other>",
                    "",
                    "x",
                    "--b",
                    "Content-Type: application/xop+xml;",
                    "  charset=UTF-8; type=\"text/xml\"",
                    "Content-ID: <root>",
                    "",
                    "<é/>",
                    "--b--",
                    "");

            byte[] read = SoapPart.of("multipart/related; boundary=b; start=\"<root>\"", bytes(body));

            assertThat(text(read)).isEqualTo("<é/>");
        }
    }

    @Test
    void takesNoLineThatOnlyBeginsLikeTheBoundaryForIt() {
        byte[] body = bytes("--b \nContent-Type: text/xml\n\n<a>\n--bc\n--b--c\n</a>\n--b--\t\n");

        assertThat(text(SoapPart.of("multipart/related; boundary=b", body))).isEqualTo("<a>\n--bc\n--b--c\n</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/related",
                "multipart/related; boundary=",
                "multipart/related; boundary=c",
                "application/json",
                "text",
                ""
            })
    void refusesWhatIsNoMessage(String contentType) {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> SoapPart.of(contentType, bytes("--b\n\n<a/>\n--b--")));
    }

    @Test
    void refusesAMultipartThatNeverEnds() {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() ->
                        SoapPart.of("multipart/related; boundary=b", bytes("--b\nContent-Type: text/xml\n\n<a/>\n")));
    }

    private byte[] question(String body) {
        return writer.question(XRoadHeader.of(CLIENT, SERVICE, "id-1"), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
