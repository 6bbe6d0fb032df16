package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dancu.bus.message.Samples.in;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.EveryGroup;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.group.CitizenGroups;

class MessageContextTest {

    private static final MessageContext CONTEXT = MessageContext.create();
    private static final PopulationXml OFFICIAL = CONTEXT.populationXml(Version.QCVN_109_V1);
    private static final PopulationXml LIVE = CONTEXT.populationXml(Version.LIVE_V1);

    @Test
    void readsAQuestion() {
        CitizenQuery query = OFFICIAL.readQuery(in(Samples.QUESTION));

        assertThat(query.operation()).isEqualTo(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN);
        assertThat(query.requestId()).isEqualTo("H41-20261124-000001");
        assertThat(query.procedure()).isEqualTo("1.001193");
        assertThat(query.officer()).isEqualTo("canbo01");
        assertThat(query.purpose()).isEqualTo(Samples.purpose());
        assertThat(query.number()).isEqualTo(PersonalId.soDinhDanh("999080000001"));
        assertThat(query.birthDate()).isEqualTo(Samples.CITIZEN.birthDate());
        assertThat(query.claims()).isEqualTo(CitizenQuery.NO_CLAIMS);
    }

    @Test
    void readsTheRequestElementInsideAnEnvelopeAndStopsOnItsEnd() throws Exception {
        String envelope = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + Samples.QUESTION
                + "</s:Body></s:Envelope>";
        for (XMLInputFactory factory : List.of(new WstxInputFactory(), XMLInputFactory.newDefaultFactory())) {
            XMLStreamReader reader = factory.createXMLStreamReader(in(envelope));
            while (!(reader.isStartElement() && reader.getLocalName().equals("TraCuuThongTinCongDan"))) {
                reader.next();
            }

            CitizenQuery query = OFFICIAL.readQuery(reader);

            assertThat(query).isEqualTo(OFFICIAL.readQuery(in(Samples.QUESTION)));
            assertThat(reader.getEventType()).isEqualTo(XMLStreamConstants.END_ELEMENT);
            assertThat(reader.getLocalName()).isEqualTo("TraCuuThongTinCongDan");
        }
    }

    @Test
    void carriesEveryFieldOfTheCitizenInEveryForm() {
        Answer answer = Samples.answer(Samples.CITIZEN);
        PopulationOperation operation = PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;

        assertThat(OFFICIAL.readAnswer(operation, in(OFFICIAL.write(answer)))).isEqualTo(answer);
        assertThat(CONTEXT.populationJson()
                        .readAnswer(operation, in(CONTEXT.populationJson().write(answer))))
                .isEqualTo(answer);
        String live = new String(LIVE.write(answer), StandardCharsets.UTF_8);
        assertThat(CitizenFields.WITH_GROUPS)
                .allSatisfy(field -> assertThat(live).contains("<" + field + ">"));
    }

    @Test
    void readsGroupsOfOtherAuthoritiesOutOfTheLiveShapeAsTheyWentIn() {
        Answer.OfCitizen read = (Answer.OfCitizen) LIVE.readAnswer(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, in(LIVE.write(Samples.answer(Samples.CITIZEN))));

        assertThat(Objects.requireNonNull(read.citizen()).groups()).isEqualTo(EveryGroup.FULL);
    }

    @Test
    void keepsOfAGroupTheValuesThatMayLeaveAndWhenceTheyAre() {
        Citizen cut = Samples.CITIZEN.only(Set.of(
                FieldPath.of("TheBHYT/MaThe"),
                FieldPath.of("ToaAn"),
                FieldPath.of("DuLieuLamGiau/HoNgheo/Loai"),
                FieldPath.of("DuLieuLamGiau/KhongCo")));

        String json = new String(CONTEXT.populationJson().write(Samples.answer(cut)), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"theBHYT\":{\"maThe\":\"Mẫu MaThe\",\"coQuanCungCap\":\"Mẫu CoQuanCungCap\",\"ngayXacThuc\":\"2026-10-05\"}")
                .contains("\"toaAn\":{\"soVuAn\":")
                .contains(
                        "\"duLieuLamGiau\":[{\"nhom\":\"HoNgheo\",\"thongTin\":[{\"ten\":\"Loai\",\"noiDung\":\"1\"}],\"coQuanCungCap\":\"bo-nnmt\"")
                .doesNotContain("maSoThue", "99000203", "soDinhDanh");
        assertThat(Samples.CITIZEN.only(CitizenFields.OF_CITIZEN).groups()).isEqualTo(CitizenGroups.NONE);
    }

    @Test
    void givesTheLiveShapeTheWholeNameInUpperCase() {
        Answer.OfCitizen read = (Answer.OfCitizen) LIVE.readAnswer(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, in(LIVE.write(Samples.answer(Samples.CITIZEN))));

        assertThat(Objects.requireNonNull(read.citizen()).name()).isEqualTo(PersonName.whole("NGUYỄN VĂN AN"));
        assertThat(read.status()).isEqualTo(ResultStatus.FOUND);
    }

    @Test
    void guessesNoPartsOfAWholeName() {
        Citizen citizen = new Citizen(
                null,
                null,
                PersonName.whole("Nguyễn Văn An"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CitizenGroups.NONE,
                List.of());

        assertThat(new String(OFFICIAL.write(Samples.answer(citizen)), StandardCharsets.UTF_8))
                .contains("<Ho/><ChuDem/><Ten>Nguyễn Văn An</Ten>");
    }

    @Test
    void writesAnswersThatCanStandInASoapBody() {
        for (PopulationXml xml : List.of(OFFICIAL, LIVE)) {
            assertThat(new String(xml.write(Samples.answer(Samples.CITIZEN)), StandardCharsets.UTF_8))
                    .startsWith("<CongdanCollection xmlns=\"http://www.mic.gov.vn/dancu/1.0\"");
        }
    }

    @Test
    void replacesWhatXmlCannotCarry() {
        Answer answer = Samples.answer(Samples.citizen("A\u0001n\ud800"));

        Answer.OfCitizen read = (Answer.OfCitizen)
                OFFICIAL.readAnswer(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, in(OFFICIAL.write(answer)));

        assertThat(Objects.requireNonNull(read.citizen()).name())
                .isEqualTo(new PersonName("Nguyễn", "Văn", "A\ufffdn\ufffd"));
    }

    @Test
    void keepsTheOrderOfClaims() {
        Map<FieldPath, Boolean> agrees = Map.of(
                CitizenFields.TON_GIAO.path(),
                true,
                CitizenFields.DAN_TOC.path(),
                false,
                CitizenFields.GIOI_TINH.path(),
                true,
                CitizenFields.QUOC_TICH.path(),
                true);
        Answer.OfClaims claims = new Answer.OfClaims("1", ResultStatus.FOUND, Samples.DATA_TIME, true, agrees);

        assertThat(claims.agrees().keySet())
                .containsExactly(
                        CitizenFields.DAN_TOC.path(),
                        CitizenFields.GIOI_TINH.path(),
                        CitizenFields.QUOC_TICH.path(),
                        CitizenFields.TON_GIAO.path());
    }

    @Test
    void keepsTheSecondNumberOfAYesNoQuestion() {
        CitizenQuery query = CONTEXT.populationJson()
                .readQuery(
                        PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN,
                        in("{\"maYeuCau\":\"1\",\"maCanBo\":\"canbo01\",\"soDinhDanh\":\"999080000001\","
                                + "\"soCMND\":\"999000001\",\"hoVaTen\":\"NGUYENVANAN\"}"));

        assertThat(query.number()).isEqualTo(PersonalId.soDinhDanh("999080000001"));
        assertThat(query.claims().soCmnd()).isEqualTo("999000001");
    }

    @Test
    void acceptsBothNamesAndAllFormsOfTheBirthDateInJson() {
        for (String date : List.of(
                "\"ngaySinh\":\"1980-01-02\"",
                "\"ngaySinh\":\"19800102\"",
                "\"ngayThangNamSinh\":\"19800102\"",
                "\"ngayThangNamSinh\":{\"ngayThangNam\":\"19800102\"}")) {
            assertThat(jsonQuestion(date).birthDate()).isEqualTo(Samples.CITIZEN.birthDate());
        }
        assertThat(jsonQuestion("\"ngaySinh\":\"1980\"").birthDate()).isEqualTo(BirthDate.ofYear(1980));
        assertThat(jsonQuestion("\"ngayThangNamSinh\":{\"nam\":\"1980\"}").birthDate())
                .isEqualTo(BirthDate.ofYear(1980));
    }

    @Test
    void refusesAQuestionForAnotherAddress() {
        BusException refused = catchThrowableOfType(BusException.class, () -> CONTEXT.populationJson()
                .readQuery(
                        PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH,
                        in(CONTEXT.populationJson().writeQuery(Samples.query(CONTEXT)))));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(refused.refusal().field()).isEqualTo("dichVu");
    }

    @Test
    void stopsReadingAtTheLimit() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() throws IOException {
                if (++given > 2L * MessageLimits.DEFAULT.documentBytes()) {
                    throw new IOException("Read far beyond the limit");
                }
                return ' ';
            }
        };

        assertThat(catchThrowableOfType(BusException.class, () -> OFFICIAL.readQuery(endless))
                        .refusal()
                        .code())
                .isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
    }

    @Test
    void refusesTooManyElements() {
        String many = "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + "<dan:MaYeuCau/>".repeat(5000)
                + "</dan:TraCuuThongTinCongDan>";

        assertThat(catchThrowableOfType(BusException.class, () -> OFFICIAL.readQuery(in(many)))
                        .refusal()
                        .code())
                .isEqualTo(ErrorCode.ELEMENT_LIMIT_EXCEEDED);
    }

    @Test
    void handsOnTheRefusalOfADoor() {
        InputStream closed = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(new BusException(ErrorCode.MESSAGE_TOO_LARGE, null));
            }
        };

        assertThat(catchThrowableOfType(BusException.class, () -> OFFICIAL.readQuery(closed))
                        .refusal()
                        .code())
                .isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> works = IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(i -> () -> roundTrips("Người" + i))
                    .toList();
            for (Future<Boolean> work : threads.invokeAll(works)) {
                assertThat(work.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean roundTrips(String name) {
        Answer answer = Samples.answer(Samples.citizen(name));
        PopulationOperation operation = PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
        String live = new String(LIVE.write(answer), StandardCharsets.UTF_8);
        return OFFICIAL.readAnswer(operation, in(OFFICIAL.write(answer))).equals(answer)
                && CONTEXT.populationJson()
                        .readAnswer(operation, in(CONTEXT.populationJson().write(answer)))
                        .equals(answer)
                && live.contains(name.toUpperCase(Locale.ROOT))
                && OFFICIAL.readQuery(in(Samples.QUESTION)).equals(LIVE.readQuery(in(Samples.QUESTION)));
    }

    private static CitizenQuery jsonQuestion(String date) {
        return CONTEXT.populationJson()
                .readQuery(
                        PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                        in("{\"maYeuCau\":\"1\",\"maDVC\":\"VPCP\",\"maCanBo\":\"canbo01\","
                                + "\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"NGUYENVANAN\"," + date + "}"));
    }
}
