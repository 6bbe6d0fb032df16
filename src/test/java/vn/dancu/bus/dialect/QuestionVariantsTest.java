package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.ResultStatus;

/** Questions as live clients write them: read by the dialect that takes them, and refused with the mend by others. */
class QuestionVariantsTest {

    private static final DialectXml XML = new DialectXml(MessageContext.create(), Dialects.builtIn());
    private static final String OURS = "http://dancuquocgia.bca";
    private static final String GTEL = "http://gtel.vn/qldc";
    private static final String PERSON = "<SoDinhDanh>999080000001</SoDinhDanh><HoVaTen>NGUYENVANA</HoVaTen>";
    private static final String BORN = "<NgayThangNamSinh><NgayThangNam>19800102</NgayThangNam></NgayThangNamSinh>";

    /** Every element of the court's client, with a telephone number of 0 and the year beside the day. */
    private static final String COURT =
            "<MaYeuCau>RANDOM080203456</MaYeuCau><MaDVC>VPCP</MaDVC><MaTichHop>037</MaTichHop><MaCanBo>canbo01</MaCanBo>"
                    + "<MaDonVi>G06.15</MaDonVi><TaiKhoan>canbo01</TaiKhoan><SoDienThoai>0</SoDienThoai>" + PERSON
                    + "<NgayThangNamSinh><Nam>1980</Nam><NgayThangNam>19800102</NgayThangNam></NgayThangNamSinh>";

    private static final String CHECK =
            "<MaYeuCau>m-1</MaYeuCau><MaDichVu>033</MaDichVu><MaCanBo>VDXP_VPCP</MaCanBo>" + PERSON;

    @ParameterizedTest
    @ValueSource(strings = {"live", "court", "vdxp", "gtel", "live-ketqua"})
    void readsTheCourtsQuestion(String dialect) {
        CitizenQuery query = read(dialect, OURS, "TraCuuThongTinCongDan", COURT);

        assertThat(query.procedure()).isEqualTo("VPCP");
        assertThat(query.unit()).isEqualTo("G06.15");
        assertThat(query.birthDate()).isEqualTo(Questions.DAY);
    }

    @Test
    void readsTheYearAloneWhereTheDayIsEmpty() {
        String body = COURT.replace("<NgayThangNam>19800102</NgayThangNam>", "<NgayThangNam/>");

        assertThat(read("court", OURS, "TraCuuThongTinCongDan", body).birthDate())
                .isEqualTo(BirthDate.ofYear(1980));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XacThucThongTinCongDan", "XacThucThongTinCongDanRequest"})
    void readsBothNamesOfAService(String element) {
        assertThat(read("live", OURS, element, CHECK).operation())
                .isEqualTo(PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN);
    }

    @Test
    void readsMaDichVuInPlaceOfMaDVC() {
        assertThat(read("live", OURS, "TraCuuThongTinCongDan", plain("MaDichVu"))
                        .procedure())
                .isEqualTo("1.001193");
    }

    @Test
    void readsTheNamespaceAndTheOrderOfGtel() {
        String body = "<MaYeuCau>m-1</MaYeuCau><MaDVC>1.001193</MaDVC><MaDonVi>H41</MaDonVi><MaCanBo>canbo01</MaCanBo>"
                + PERSON + BORN + "<GioiTinh>1</GioiTinh>";

        CitizenQuery query = read("gtel", GTEL, "XacMinhThongTinNhanThanRequest", body);

        assertThat(query.operation()).isEqualTo(PopulationOperation.XAC_MINH_THONG_TIN_NHAN_THAN);
        assertThat(query.unit()).isEqualTo("H41");
        assertThat(read("gtel", OURS, "TraCuuThongTinCongDan", plain("MaDVC"))).isNotNull();
    }

    @Test
    void namesTheMendWhereTheDialectTakesNoVariant() {
        assertThat(refused("official", OURS, "XacThucThongTinCongDanRequest", CHECK))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.OPERATION_UNKNOWN);
                    assertThat(refusal.rule()).contains("an ending such as Request, takes a dialect that accepts it");
                });
        assertThat(refused("live", GTEL, "XacMinhThongTinNhanThanRequest", plain("MaDVC")))
                .satisfies(refusal -> assertThat(refusal.rule()).contains("in " + OURS + "; another namespace"));
        assertThat(refused("official", OURS, "TraCuuThongTinCongDan", plain("MaDichVu")))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.FIELD_UNKNOWN);
                    assertThat(refusal.field()).isEqualTo("MaDichVu");
                    assertThat(refusal.rule()).contains("MaYeuCau, MaDVC, MaTichHop");
                });
        assertThat(refused("official", OURS, "TraCuuThongTinCongDan", COURT))
                .satisfies(refusal -> assertThat(refusal.field() + ": " + refusal.rule())
                        .isEqualTo("SoDienThoai: 8 to 15 digits, + may stand first; left out where there is none"));
        assertThat(refused(
                        "official", OURS, "TraCuuThongTinCongDan", COURT.replace("<SoDienThoai>0</SoDienThoai>", "")))
                .satisfies(refusal -> assertThat(refusal.field() + ": " + refusal.rule())
                        .isEqualTo("NgayThangNamSinh: one of NgayThangNam or Nam"));
        assertThat(refused("gtel", GTEL, "XacMinhThongTinNhanThanRequest", plain("MaDVC")))
                .satisfies(refusal -> assertThat(refusal.rule()).contains("XacThucThongTinCongDan asks without one"));
    }

    @Test
    void takesNoTwoPartsThatDisagree() {
        String body = COURT.replace("<Nam>1980</Nam>", "<Nam>1981</Nam>");

        assertThat(refused("court", OURS, "TraCuuThongTinCongDan", body).field())
                .isEqualTo("NgayThangNamSinh");
    }

    @Test
    void takesNoSecondNameWhereTheContractsOwnStands() {
        String body = plain("MaDVC").replace("<MaCanBo>", "<MaDichVu>1.004222</MaDichVu><MaCanBo>");

        assertThat(refused("live", OURS, "TraCuuThongTinCongDan", body).field()).isEqualTo("MaDichVu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live KetQuaXacThucResponse", "live-ketqua KetQuaXacThuc"})
    void answersAYesOrNoInTheElementOfTheDialect(String words) {
        String dialect = words.split(" ")[0];
        Answer answer = new Answer.OfExistence("m-1", ResultStatus.FOUND, Instant.EPOCH, true);

        String written = new String(XML.of(dialect).write(answer), StandardCharsets.UTF_8);

        assertThat(written).startsWith("<" + words.split(" ")[1] + " ");
        assertThat(XML.of("live")
                        .readAnswer(
                                PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN,
                                new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Answer.OfExistence.class);
    }

    private static String plain(String procedure) {
        return "<MaYeuCau>m-1</MaYeuCau><%1$s> 1.001193 </%1$s><MaCanBo>canbo01</MaCanBo>".formatted(procedure)
                + PERSON
                + BORN;
    }

    private static CitizenQuery read(String dialect, String namespace, String element, String body) {
        String question = "<%s xmlns=\"%s\">%s</%1$s>".formatted(element, namespace, body);
        return XML.of(dialect).readQuery(new ByteArrayInputStream(question.getBytes(StandardCharsets.UTF_8)));
    }

    private static Refusal refused(String dialect, String namespace, String element, String body) {
        return catchThrowableOfType(BusException.class, () -> read(dialect, namespace, element, body))
                .refusal();
    }
}
