package vn.dancu.bus.document.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.document.question.ListedQuestion.Asked;
import vn.dancu.bus.document.question.ListedQuestion.Flawed;
import vn.dancu.bus.fixtures.EveryGroup;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.field.FieldValues;

class QuestionFileTest {

    private static final MessageContext MESSAGES = MessageContext.create();
    private static final PopulationJson JSON = MESSAGES.populationJson();
    private static final PopulationXml XML = MESSAGES.populationXml(Version.QCVN_109_V1);

    private static final String HEADING = "STT,Số định danh cá nhân,Họ và tên,Ngày sinh,MaCanBo,MaDVC,DichVu,Truong\n";
    private static final String FIRST =
            "1,999080000001,Nguyễn Văn An,04/09/1990,canbo01,1.001193,TraCuuThongTinCongDan,HoVaTen ThuongTru\n";

    @Test
    void readsARowForEachPersonAndTheValuesOfTheListFromTheFirst() {
        List<ListedQuestion> read = read(csv("\uFEFF" + HEADING + FIRST + "2,999080000002,TRẦN THỊ BÌNH,1985,,,,\n"));

        assertThat(read).hasSize(2).allMatch(Asked.class::isInstance);
        Asked first = (Asked) read.get(0);
        Asked second = (Asked) read.get(1);
        assertThat(first.query().requestId()).isEqualTo("d1-1");
        assertThat(first.query().birthDate().iso()).isEqualTo("1990-09-04");
        assertThat(first.query().asked())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("HoVaTen", "ThuongTru");
        assertThat(second.query().officer()).isEqualTo("canbo01");
        assertThat(second.query().procedure()).isEqualTo("1.001193");
        assertThat(second.query().operation()).isEqualTo(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN);
        assertThat(second.query().birthDate().iso()).isEqualTo("1985");
    }

    @Test
    void givesGroupsOfOtherAuthoritiesColumnsWhereTheListNamesThem() {
        QuestionFile file = csv(HEADING + FIRST.replace("HoVaTen ThuongTru", "MaSoThue TheBHYT/MaThe"));
        Citizen citizen = CitizenQuery.NO_CLAIMS;
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values(citizen);
        CitizenFields.GROUPS.forEach(
                group -> values.set(group, EveryGroup.FULL.known().get(group.element())));
        ResultFormat results = ResultFormat.of(file, XML, JSON);

        assertThat(new String(results.head(), StandardCharsets.UTF_8).strip())
                .endsWith(",TheBHYT/MaThe,TheBHYT/CoQuanCungCap,TheBHYT/NgayXacThuc,MaSoThue/MaSoThue,MaSoThue/NgayCap,"
                        + "MaSoThue/CoQuanThue,MaSoThue/TrangThai,MaSoThue/CoQuanCungCap,MaSoThue/NgayXacThuc");
        byte[] row = results.encoder()
                .encode(
                        new Answer.OfCitizen(
                                "d1-1", ResultStatus.FOUND, Instant.EPOCH, CitizenFields.CITIZEN.record(values)),
                        Set.of());
        assertThat(new String(row, StandardCharsets.UTF_8).strip())
                .isEqualTo("Mẫu MaThe,Mẫu CoQuanCungCap,2026-10-05,Mẫu MaSoThue,Mẫu NgayCap,Mẫu CoQuanThue,Mẫu TrangThai,"
                        + "Mẫu CoQuanCungCap,2026-10-05");
    }

    @Test
    void asksForNoGroupWhereTheListNamesNone() {
        QuestionFile file = csv(HEADING + FIRST.replace("HoVaTen ThuongTru", ""));
        CitizenQuery listed = ((Asked) read(file).get(0)).query();

        assertThat(ResultFormat.of(file, XML, JSON).question(listed).asked()).isEqualTo(CitizenFields.OF_CITIZEN);
        assertThat(ResultFormat.of(file, XML, JSON)
                        .objection(listed.askingFor(Set.of(FieldPath.of("DuLieuLamGiau/HoNgheo")))))
                .hasValueSatisfying(refusal -> assertThat(refusal.field()).isEqualTo("Truong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void takesTheSeparatorsThatProgramsOfAnOfficeWrite(String separator) {
        String text = (HEADING + FIRST).replace(",", separator);

        assertThat(read(csv(text))).singleElement().isInstanceOf(Asked.class);
    }

    @Test
    void refusesAWrongRowByItselfUnderTheNameOfItsColumn() {
        List<ListedQuestion> read = read(csv(HEADING + FIRST
                + "2,99908,B,1985,,,,\n"
                + "3,999080000003,C,31/02/1985,,,,\n"
                + "4,999080000004,D,1986,,,,\n"));

        assertThat(read.get(3)).isInstanceOf(Asked.class);
        assertThat(refusal(read.get(1)).code()).isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(refusal(read.get(1)).field()).isEqualTo("SoDinhDanh");
        assertThat(refusal(read.get(2)).field()).isEqualTo("NgaySinh");
        assertThat(read.get(2).requestId()).isEqualTo("d1-3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'Họ và tên,MaCanBo,DichVu', FIELD_MISSING, SoDinhDanh",
        "'SoDinhDanh,MaCanBo,DichVu', FIELD_MISSING, HoVaTen",
        "'SoDinhDanh,HoVaTen,DichVu', FIELD_MISSING, MaCanBo",
        "'SoDinhDanh,HoVaTen,MaCanBo', FIELD_MISSING, DichVu",
        "'SoDinhDanh,Số CCCD,HoVaTen,MaCanBo,DichVu', FIELD_DUPLICATED, SoDinhDanh",
        "'SoDinhDanh,HoVaTen,MaCanBo,DichVu,999080000001', FIELD_UNKNOWN, column 5",
    })
    void refusesAListWhoseHeadingIsNoneAndRepeatsNothingOfIt(String heading, ErrorCode code, String field) {
        Refusal refusal = refusalOf(csv(heading + "\n"));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(String.valueOf(refusal.rule())).doesNotContain("999");
    }

    @Test
    void refusesAListOfWhichAQuotationMarkIsNotClosedOrARowHasOtherCells() {
        assertThat(refusalOf(csv(HEADING + FIRST + "2,\"999080000002,B,1985,,,,\n"))
                        .code())
                .isEqualTo(ErrorCode.MESSAGE_MALFORMED);
        assertThat(refusalOf(csv(HEADING + FIRST + "2,999080000002\n")).code()).isEqualTo(ErrorCode.MESSAGE_MALFORMED);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = (HEADING + FIRST).getBytes(StandardCharsets.UTF_16LE);

        assertThat(refusalOf(file(QuestionFormat.JSON, "[\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1)))
                        .code())
                .isEqualTo(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED);
        assertThat(refusalOf(file(QuestionFormat.CSV, latin)).code())
                .isIn(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, ErrorCode.FIELD_UNKNOWN);
    }

    @Test
    void readsOneObjectAndAnArrayOfThem() {
        assertThat(read(json(question("q1", "999080000001")))).singleElement().isInstanceOf(Asked.class);
        List<ListedQuestion> read = read(json("[" + question("q1", "999080000001") + ", {\"dichVu\": \"x\"}, "
                + question("q3", "999080000003") + "]"));

        assertThat(read).hasSize(3);
        assertThat(read.get(0).requestId()).isEqualTo("q1");
        assertThat(refusal(read.get(1)).code()).isEqualTo(ErrorCode.OPERATION_UNKNOWN);
        assertThat(read.get(2).number()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\": 1} {}", "[{}", "", "true", "[{\"a\": 1}] x"})
    void refusesJsonThatIsNoQuestionsBeforeAnybodyIsAskedAbout(String text) {
        assertThat(refusalOf(json(text)).code())
                .isIn(ErrorCode.MESSAGE_INVALID, ErrorCode.MESSAGE_MALFORMED, ErrorCode.FIELD_MISSING);
    }

    @Test
    void refusesAPropertyThatIsGivenTwice() {
        String twice =
                question("q1", "999080000001").replace("\"hoVaTen\"", "\"soDinhDanh\": \"999080000002\", \"hoVaTen\"");

        assertThat(refusal(read(json(twice)).get(0)).code())
                .isIn(ErrorCode.FIELD_DUPLICATED, ErrorCode.MESSAGE_MALFORMED);
    }

    @Test
    void readsTheElementOfThePopulationService() {
        byte[] document = XML.writeQuery(
                ((Asked) read(json(question("q1", "999080000001"))).get(0)).query());

        assertThat(read(file(QuestionFormat.XML, document)))
                .singleElement()
                .extracting(ListedQuestion::requestId)
                .isEqualTo("q1");
    }

    @Test
    void countsAndSkipsWithoutReading() {
        QuestionFile list = csv(HEADING + FIRST + "2,999080000002,B,1985,,,,\n3,999080000003,C,1985,,,,\n");

        assertThat(list.count(3)).isEqualTo(3);
        assertThat(catchThrowableOfType(BusException.class, () -> list.count(2))
                        .refusal()
                        .code())
                .isEqualTo(ErrorCode.ELEMENT_LIMIT_EXCEEDED);
        try (QuestionReader questions = list.open(XML, JSON)) {
            questions.skip(2);
            ListedQuestion last = questions.next();
            assertThat(last.number()).isEqualTo(3);
            assertThat(last.requestId()).isEqualTo("d1-3");
            assertThat(questions.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "danh-sach.CSV, application/octet-stream, CSV",
        "hoi.json, , JSON",
        "hoi.xml, application/pdf, XML",
        ", application/json, JSON",
        "hoi, text/csv;charset=utf-8, CSV",
    })
    void tellsTheFormatByTheNameThenByTheType(String name, String type, QuestionFormat format) {
        assertThat(QuestionFormat.of(name, type)).contains(format);
        assertThat(QuestionFormat.of("cong-van.pdf", "application/json")).isEmpty();
    }

    private static String question(String id, String number) {
        return "{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + id + "\", \"maDVC\": \"VPCP\","
                + " \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"" + number
                + "\", \"hoVaTen\": \"NGUYỄN VĂN AN\", \"ngaySinh\": \"1990-09-04\"}";
    }

    private static QuestionFile csv(String text) {
        return file(QuestionFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static QuestionFile json(String text) {
        return file(QuestionFormat.JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    private static QuestionFile file(QuestionFormat format, byte[] content) {
        return new QuestionFile(format, "hoi", Content.of(content), "d1-");
    }

    private static List<ListedQuestion> read(QuestionFile file) {
        List<ListedQuestion> read = new ArrayList<>();
        try (QuestionReader questions = file.open(XML, JSON)) {
            questions.forEachRemaining(read::add);
        }
        return read;
    }

    private static Refusal refusalOf(QuestionFile file) {
        return catchThrowableOfType(BusException.class, () -> file.count(100)).refusal();
    }

    private static Refusal refusal(ListedQuestion question) {
        return ((Flawed) question).refusal();
    }
}
