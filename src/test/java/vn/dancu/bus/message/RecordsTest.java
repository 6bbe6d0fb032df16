package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Documents whose elements below the root come one at a time. */
class RecordsTest {

    private static final MessageContext CONTEXT = MessageContext.create();
    private static final MessageFormat XML = CONTEXT.xml(Version.QCVN_109_V1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CongdanCollection | CongDan   | la='1'                | <CongDan/><CongDan/>                        | field_unknown    | /",
                "CongdanCollection | CongDan   | ThoiDiemDuLieu='nay'  | <CongDan/><CongDan/>                        | field_invalid    | @ThoiDiemDuLieu",
                "HoGiaDinh         | ThanhVien |                       | <ThanhVien/><SoSoHoKhau>1</SoSoHoKhau>      | field_order      | SoSoHoKhau",
                "HoGiaDinh         | ThanhVien |                       | <ChuHo/><ThanhVien/><ThanhVien/><ChuHo/>    | field_duplicated | ChuHo",
                "HoGiaDinh         | ThanhVien |                       | <ThanhVien/><ThanhVien><La/></ThanhVien>    | field_unknown    | ThanhVien[1]/La",
                "HoGiaDinh         | ThanhVien |                       | <La>1</La><ThanhVien/>                      | field_unknown    | La"
            })
    void findsWhatIsWrongWithTheWhole(
            String root, String record, String attributes, String content, String code, String path) {
        Reaction.Collecting findings = new Reaction.Collecting(10);
        String document = "<" + root + " xmlns='http://www.mic.gov.vn/dancu/1.0' "
                + (attributes == null ? "" : attributes) + ">" + content + "</" + root + ">";

        try (Records records = XML.records(in(document), record, findings)) {
            records.forEachRemaining(read -> assertThat(read.name()).isEqualTo(record));
        }

        assertThat(findings.findings()).extracting(Finding::path).contains(path);
        assertThat(findings.findings())
                .filteredOn(finding -> finding.path().equals(path))
                .extracting(finding -> finding.code().code())
                .contains(code);
    }

    @Test
    void knowsNoOrderInJson() {
        String late = "{\"HoGiaDinh\":{\"ThanhVien\":[{}],\"SoSoHoKhau\":\"1\",\"@id\":\"1\"}}";

        try (Records records = CONTEXT.json(Version.QCVN_109_V1).records(in(late), "ThanhVien", Reaction.STRICT)) {
            assertThat(records.next().name()).isEqualTo("ThanhVien");
            assertThat(records.hasNext()).isFalse();
            assertThat(records.head().value("SoSoHoKhau")).isEqualTo("1");
        }
    }

    @Test
    void keepsEveryOtherElement() {
        String others = "{\"CongdanCollection\":{\"La\":[\"1\",\"2\"],\"CongDan\":[{}]}}";

        try (Records records = CONTEXT.json(Version.QCVN_109_V1).records(in(others), "CongDan", Reaction.LENIENT)) {
            records.next();
            assertThat(records.head().children()).isEqualTo(List.of(Node.text("La", "1"), Node.text("La", "2")));
        }
    }

    @Test
    void takesOneRecordThatIsNoArray() {
        String one = "{\"CongdanCollection\":{\"CongDan\":{\"SoDinhDanh\":\"999080000001\"},\"@id\":\"1\"}}";
        try (Records records = CONTEXT.json(Version.QCVN_109_V1).records(in(one), "CongDan", Reaction.STRICT)) {
            assertThat(records.next().value("SoDinhDanh")).isEqualTo("999080000001");
            assertThat(records.hasNext()).isFalse();
            assertThat(records.head().attribute("id")).isEqualTo("1");
        }
    }

    @Test
    void refusesAPropertyGivenTwiceBesideTheRecords() {
        String twice = "{\"CongdanCollection\":{\"@id\":\"1\",\"@id\":\"2\",\"CongDan\":[]}}";
        try (Records records = CONTEXT.json(Version.QCVN_109_V1).records(in(twice), "CongDan", Reaction.STRICT)) {
            BusException refused = catchThrowableOfType(BusException.class, records::hasNext);
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FIELD_DUPLICATED);
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
