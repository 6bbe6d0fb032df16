package vn.dancu.bus.citizen.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ExtractSettings;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.group.CitizenGroups;
import vn.dancu.bus.pdf.PdfSignatureCheck;
import vn.dancu.bus.pdf.PdfSigner;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.signing.SigningKeys;

class ExtractsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T17:30:00Z");
    private static final BirthDate BORN = BirthDate.of(LocalDate.of(1990, 5, 17));
    private static final PersonalId NUMBER = PersonalId.soDinhDanh("999000000001");
    private static final Purposes PURPOSES = new Purposes(List.of(new Purposes.Entry(
            new Purpose("tra-cuu-ban-than"),
            "Công dân tra cứu thông tin của chính mình",
            "own record",
            "Luật Căn cước 26/2023/QH15, Điều 10 khoản 5",
            "bạn tự xem")));

    @Test
    void isASignedNoticeOfTheRecordInTheWordsOfTheLaw() throws Exception {
        byte[] pdf = written(order(null), answer(full("Nguyễn Thị Mẫu")));

        assertThat(PdfSignatureCheck.faults(pdf)).isEmpty();
        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains(
                        "BỘ THỬ NGHIỆM",
                        "CƠ QUAN QUẢN LÝ CĂN CƯỚC",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số: 15/TB-QLCC",
                        "Hà Nội, ngày 30 tháng 11 năm 2026",
                        "THÔNG BÁO",
                        "Căn cứ Luật Căn cước 26/2023/QH15",
                        "gửi qua Cổng Dịch vụ công",
                        "00:29:59 ngày 30/11/2026",
                        "Họ, chữ đệm và tên khai sinh",
                        "Nguyễn Thị Mẫu",
                        "17/05/1990",
                        "Nữ",
                        "Số 1 phố Mẫu, Phường Ba Đình, Thành phố Hà Nội",
                        "Khơ-me (tên gọi khác: Miên)",
                        "Phật giáo",
                        "Việt Nam",
                        "số định danh cá nhân 999000000009",
                        "Còn sống",
                        "Công dân tra cứu thông tin của chính mình",
                        "tài khoản Cổng dịch vụ công, mức LoA1",
                        "Mã tra cứu: TB-2026-15",
                        "Nguoi ky thu nghiem",
                        "Trang 2/2");
    }

    @Test
    void saysWhatIsNotRecordedAndShowsACodeThatNoListHas() throws Exception {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        values.set(CitizenFields.HO_VA_TEN, PersonName.whole("Mẫu"));
        values.set(CitizenFields.TINH_TRANG_HON_NHAN, "9");
        values.set(CitizenFields.QUE_QUAN, new Address("99", null, null, null, "VN"));
        String text = text(written(order(null), answer(CitizenFields.citizen(values, List.of()))));

        assertThat(text)
                .contains("mã 9", "mã đơn vị hành chính 99", "Giới tính Không có trong dữ liệu", "chưa ghi nhận")
                .doesNotContain("null", "không được cung cấp");
        assertThat(text.split("Không có trong dữ liệu", -1)).hasSize(CitizenFields.OF_CITIZEN.size() - 3 + 2);
    }

    @Test
    void namesWhatMayNotBeGivenAndSaysNothingOfWhatNobodyAskedFor() throws Exception {
        Set<FieldPath> released = Set.of(CitizenFields.HO_VA_TEN.path(), CitizenFields.NHOM_MAU.path());
        ExtractOrder some = order(null, Set.of(CitizenFields.HO_VA_TEN.path(), CitizenFields.TON_GIAO.path()));

        String all = text(extracts(NOW).write(order(null), answer(full("Mẫu")), released));
        String asked = text(extracts(NOW).write(some, answer(full("Mẫu")), Set.of(CitizenFields.HO_VA_TEN.path())));

        assertThat(all.replaceAll("\\s+", " "))
                .contains(
                        "Thông tin không được cung cấp qua kênh nêu trên: Số định danh cá nhân; Ngày, tháng, năm sinh;")
                .doesNotContain("Không có trong dữ liệu", "Phật giáo", "; Nhóm máu");
        assertThat(asked.replaceAll("\\s+", " "))
                .contains("Thông tin không được cung cấp qua kênh nêu trên: Tôn giáo.")
                .doesNotContain("Nhóm máu", "Phật giáo");
    }

    @Test
    void repeatsTheHeadingOfTheTableOnEachPage() throws Exception {
        byte[] pdf = written(order(null), answer(full("Mẫu " + "Dàiquá ".repeat(300))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper pages = new PDFTextStripper();
            for (int page = 2; page < document.getNumberOfPages(); page++) {
                pages.setStartPage(page);
                pages.setEndPage(page);
                assertThat(pages.getText(document)).startsWith("STT Thông tin Nội dung");
            }
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
    }

    @Test
    void printsEachLetterOfNamesFromEitherNormalForm() throws Exception {
        String name = "H'Ƀĭ Ñơ\u0306n Čăm Ŏng Ŭt Ẵẫ ƯỮỬ Đỗ Ỷ Ẩ Ợ";
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            String text = text(written(order(null), answer(full(Normalizer.normalize(name, form)))));

            assertThat(Normalizer.normalize(text, Normalizer.Form.NFC))
                    .contains(name)
                    .doesNotContain("[U+");
        }
    }

    @Test
    void printsVeryLongNamesAndTheNumberOfALetterThatTheFontHasNot() throws Exception {
        byte[] pdf = written(order(null), answer(full("Tên \uD83D\uDE00 " + "Dàiquá ".repeat(900))));
        String text = text(pdf);

        assertThat(PdfSignatureCheck.faults(pdf)).isEmpty();
        assertThat(text).contains("[U+1F600]", "Ký tự mà phông chữ không có");
        assertThat(text.split("Dàiquá", -1)).hasSize(5 * 900 + 1);
    }

    @Test
    void saysForWhomSomebodyElseAsks() throws Exception {
        Relation child = new Relation(
                Relation.Kind.PARENT, new vn.dancu.bus.register.PersonKey(NUMBER, "Mẫu", BORN), "parent/0011");
        Relation ward = new Relation(
                Relation.Kind.REPRESENTATIVE,
                new vn.dancu.bus.register.PersonKey(NUMBER, "Mẫu", BORN),
                "representative/0011");

        assertThat(text(written(order(child), answer(full("Mẫu")))))
                .contains("thông tin của con của công dân đề nghị")
                .doesNotContain("0011");
        assertThat(text(written(order(ward), answer(full("Mẫu")))).replaceAll("\\s+", " "))
                .contains("người mà công dân đề nghị là người đại diện hợp pháp");
    }

    @Test
    void isNeverGivenUnsignedAndNeverEmpty() throws Exception {
        Extracts late = extracts(NOW.plus(Duration.ofDays(40)));
        Extracts closed = extracts(NOW, null);
        Answer nobody = new Answer.OfCitizen("TB-2026-15", ResultStatus.NAME_MISMATCH, NOW, null);

        assertThatThrownBy(() -> late.write(order(null), answer(full("Mẫu")), CitizenFields.OF_CITIZEN))
                .hasMessage("signing_unavailable");
        assertThatThrownBy(() -> closed.write(order(null), answer(full("Mẫu")), CitizenFields.OF_CITIZEN))
                .hasMessage("channel_closed");
        assertThatThrownBy(closed::number).hasMessage("channel_closed");
        assertThatThrownBy(() -> written(order(null), nobody)).hasMessage("citizen_not_matched");
    }

    @Test
    void refusesSettingsThatCannotBeMeant() {
        assertThatThrownBy(() -> new ExtractSettings("own", null, "", null, "Hà Nội", "TB", null))
                .hasMessageContaining("dancu.citizen.extract.authority");
        assertThatThrownBy(() -> new ExtractSettings(null, "ftp://x", "", null, "", "TB", null))
                .hasMessageContaining("time-stamp-url");
        assertThatThrownBy(() -> new ExtractSettings(null, null, "", null, "", "tb 1", null))
                .hasMessageContaining("symbol");
    }

    private static Extracts extracts(Instant now) throws Exception {
        SigningKey key = SigningKeys.of(SigningKeys.elliptic(), NOW.minusSeconds(60));
        return extracts(now, new PdfSigner(() -> key, null));
    }

    private static Extracts extracts(Instant now, @Nullable PdfSigner signer) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new SignedExtracts(
                new ExtractSettings(
                        null,
                        null,
                        "Cơ quan quản lý căn cước",
                        "Bộ Thử nghiệm",
                        "Hà Nội",
                        "TB-QLCC",
                        "https://example.vn/kiem-tra"),
                signer,
                new JdbcExtractNumbers(JdbcClient.create(new DriverManagerDataSource()), clock),
                new ExtractLines(new RecordCodes(Catalogues.published())),
                PURPOSES,
                clock);
    }

    /** With every field allowed. */
    private static byte[] written(ExtractOrder order, Answer answer) throws Exception {
        return extracts(NOW).write(order, answer, CitizenFields.OF_CITIZEN);
    }

    private static ExtractOrder order(@Nullable Relation relation) {
        return order(relation, Set.of());
    }

    private static ExtractOrder order(@Nullable Relation relation, Set<FieldPath> fields) {
        Proof proof = new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", "LoA1");
        VerifiedCitizen citizen = new VerifiedCitizen(NUMBER, "Nguyễn Thị Mẫu", BORN, proof);
        return new ExtractOrder(new ExtractNumber(2026, 15), citizen, relation, "Cổng Dịch vụ công", fields);
    }

    private static Answer answer(Citizen citizen) {
        return new Answer.OfCitizen("TB-2026-15", ResultStatus.FOUND, NOW.minusSeconds(1), citizen);
    }

    private static Citizen full(String name) {
        PersonName names = PersonName.whole(name);
        Address place = new Address("01", null, "00004", "Số 1 phố Mẫu", "VN");
        RelatedPerson other = new RelatedPerson("999000000009", "999000009", "VN", names, null, null, null);
        return new Citizen(
                NUMBER.digits(),
                "999000001",
                names,
                "2",
                "05",
                "Miên",
                "01",
                null,
                "2",
                "04",
                BORN,
                place,
                place,
                place,
                place,
                "VN",
                other,
                other,
                other,
                null,
                other,
                "SHK-1",
                CitizenStatus.ALIVE,
                CitizenGroups.NONE,
                List.of());
    }

    private static String text(byte[] pdf) throws IOException {
        String folder = System.getProperty("extract.folder");
        if (folder != null) {
            Files.write(Path.of(folder, System.nanoTime() + ".pdf"), pdf);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
