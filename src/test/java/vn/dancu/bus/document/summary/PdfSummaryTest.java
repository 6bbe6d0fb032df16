package vn.dancu.bus.document.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.summary.SummaryContent.Asker;
import vn.dancu.bus.document.summary.SummaryContent.Count;
import vn.dancu.bus.document.summary.SummaryContent.Person;

class PdfSummaryTest {

    private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 11, 29, 8, 30, 5);
    private final SummaryWriter writer = new PdfSummary();

    @Test
    void saysInVietnameseWhoAskedForWhatAndWhatCameOfIt() throws IOException {
        String text = text(writer.pdf(content(subject("Đề nghị cung cấp thông tin để giải quyết thủ tục"), 3)));

        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("TÓM TẮT KẾT QUẢ CUNG CẤP THÔNG TIN DÂN CƯ")
                .contains("Ủy ban nhân dân tỉnh Nghệ An (H41)")
                .contains("15/UBND-KT")
                .contains("Đề nghị cung cấp thông tin để giải quyết thủ tục")
                .contains("08:30:05 ngày 29/11/2026")
                .containsPattern("Có thông tin\\s+2")
                .containsPattern("Tổng số\\s+3")
                .containsPattern("2\\s+\\*{8}0002\\s+Không được phép\\s+procedure_not_allowed")
                .contains("Trang 1/1");
    }

    @Test
    void hasEachLetterOfVietnameseAndItsFontsInTheFile() throws IOException {
        String letters =
                "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ";
        byte[] pdf = writer.pdf(content(subject(letters + " " + letters.toUpperCase(java.util.Locale.ROOT)), 1));

        assertThat(text(pdf).replaceAll("\\s+", ""))
                .contains(letters.replace(" ", ""))
                .contains(letters.toUpperCase(java.util.Locale.ROOT).replace(" ", ""));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
        }
    }

    @Test
    void goesOnOverPagesAndSaysHowManyPersonsItDoesNotList() throws IOException {
        byte[] pdf = writer.pdf(content(subject("Danh sách"), 100_000));

        assertThat(text(pdf))
                .containsPattern("500\\s+\\*{8}0500")
                .doesNotContainPattern("501\\s+\\*{8}")
                .contains("Còn 99.500 người không liệt kê ở đây.")
                .contains("ket-qua.csv");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(8, 20);
            assertThat(text(pdf)).contains("Trang " + pages + "/" + pages);
            for (int page = 2; page < pages; page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(document)).startsWith("Dòng");
            }
        }
    }

    @Test
    void takesWhateverAStrangerWrote() throws IOException {
        String strange = "d\u1ea5u ha\u0309o \uD83D\uDE00\u0000\n\t\u05D0 " + "W".repeat(400);

        String text = text(writer.pdf(content(subject(strange), 1)));

        assertThat(text).contains("dấu hảo ?");
        assertThat(text.replaceAll("[^W]", "")).hasSizeGreaterThanOrEqualTo(400);
    }

    @Test
    void givesTheSameBytesForTheSameContent() {
        SummaryContent content = content(subject("Đề nghị"), 20);

        assertThat(writer.pdf(content)).isEqualTo(writer.pdf(content)).isEqualTo(new PdfSummary().pdf(content));
    }

    @Test
    void listsNoMoreThanItsMost() {
        Asker asker = subject("Đề nghị");
        List<Person> many = persons(SummaryContent.MAX_PERSONS + 1);

        assertThatThrownBy(() -> new SummaryContent("Cơ quan", asker, RECEIVED, RECEIVED, List.of(), many, 501, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static SummaryContent content(Asker asker, int total) {
        return new SummaryContent(
                "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
                asker,
                RECEIVED,
                RECEIVED.plusSeconds(42),
                List.of(new Count("Có thông tin", total - 1), new Count("Không được phép", 1)),
                persons(Math.min(total, SummaryContent.MAX_PERSONS)),
                total,
                "ket-qua.csv");
    }

    static Asker subject(String subject) {
        return new Asker(
                "Ủy ban nhân dân tỉnh Nghệ An",
                "H41",
                "000.00.00.H41,2026/11/24,15/UBND-KT",
                "15/UBND-KT",
                subject,
                "Nguyễn Thị Mẫu",
                "1.004222 - Đăng ký thường trú",
                "Giải quyết thủ tục hành chính");
    }

    private static List<Person> persons(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Person(
                        row,
                        "*".repeat(8) + String.format("%04d", row),
                        row == 2 ? "Không được phép" : "Có thông tin",
                        row == 2 ? "procedure_not_allowed" : null))
                .toList();
    }
}
