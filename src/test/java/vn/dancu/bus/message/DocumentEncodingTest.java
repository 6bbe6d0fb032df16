package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

class DocumentEncodingTest {

    private static final String QUESTION =
            "<TraCuuThongTinCongDan xmlns=\"http://dancuquocgia.bca\"><HoVaTen>Nguyễn</HoVaTen></TraCuuThongTinCongDan>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml; charset=utf-8",
                "text/xml;charset=UTF8",
                "application/xml; version=1; Charset=\"Utf_8\"",
                "text/xml; charset='utf-8'; x=y",
                "text/xml; charset = US-ASCII"
            })
    void takesEverySpellingOfUtf8(String contentType) {
        assertThat(DocumentEncoding.isStated(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/xml", "application/xml;", "text/xml; x=charset", "text/xml; charset=", "charset=latin1"})
    void readsNoCharsetWhereNoneIsStated(String contentType) {
        assertThat(DocumentEncoding.isStated(contentType)).isFalse();
        assertThat(DocumentEncoding.isStated(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "iso-8859-1", "windows-1258", "utf-7", "nonsense"})
    void refusesOthersByName(String charset) {
        BusException refused = catchThrowableOfType(
                BusException.class, () -> DocumentEncoding.isStated("text/xml; charset=" + charset));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED);
        assertThat(refused.refusal().field()).isEqualTo("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "utf8", "UTF_8"})
    void readsADeclarationInEverySpelling(String charset) {
        String document = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + QUESTION;

        assertThat(name(document.getBytes(StandardCharsets.UTF_8))).isEqualTo("Nguyễn");
    }

    @Test
    void leavesOutWhatCharactersDeclare() {
        String declared = "\uFEFF<?xml version=\"1.0\" encoding='utf-16' standalone=\"yes\"?>" + QUESTION;

        assertThat(name(DocumentEncoding.utf8(declared))).isEqualTo("Nguyễn");
        assertThat(new String(DocumentEncoding.utf8("<a encoding='utf-16'/>"), StandardCharsets.UTF_8))
                .isEqualTo("<a encoding='utf-16'/>");
        assertThat(DocumentEncoding.utf8("")).isEmpty();
    }

    private static String name(byte[] document) {
        MessageFormat xml = MessageContext.create().xml(Version.POPULATION_V1);
        try (Message message = xml.read(new ByteArrayInputStream(document), new Reaction.Collecting(10))) {
            return String.valueOf(message.root().value("HoVaTen"));
        }
    }
}
