package vn.dancu.bus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.pdf.PdfPages.Cell;
import vn.dancu.bus.pdf.PdfPages.Style;

class PdfPagesTest {

    private static final String VOWELS =
            "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ";
    // Ê Đê, Ba Na, Gia Rai and others.
    private static final String MINORITIES = "č ñ ĕ ŏ ŭ ĭ ƀ ć ń ň â ê ô";

    private final PdfTypeface typeface = PdfTypeface.liberationSans();

    @ParameterizedTest
    @EnumSource(Normalizer.Form.class)
    void writesEachLetterOfVietnamFromEachNormalForm(Normalizer.Form form) throws IOException {
        String letters = VOWELS + " " + MINORITIES;
        String all = letters + " " + letters.toUpperCase(java.util.Locale.ROOT);
        byte[] pdf = written(Normalizer.normalize(all, form));

        assertThat(text(pdf).replaceAll("\\s+", "")).contains(all.replace(" ", ""));
    }

    @Test
    void setsMarksOverLettersThatUnicodeHasInPartsAlone() throws IOException {
        String text = text(written("H'N\u01A1\u0306 \u01A0\u0306ng \u01B0\u0306"));

        assertThat(Normalizer.normalize(text, Normalizer.Form.NFC))
                .contains("H'N\u01A1\u0306 \u01A0\u0306ng \u01B0\u0306");
    }

    @Test
    void writesTheNumberOfALetterThatTheFontHasNot() throws IOException {
        try (PdfPages pages = typeface.begin(archival())) {
            pages.row(Style.PLAIN, cell("Tên"));
            assertThat(pages.hasLackedLetters()).isFalse();
            pages.row(Style.PLAIN, cell("Tên \uD83D\uDE00 \u6F22"));
            assertThat(pages.hasLackedLetters()).isTrue();

            assertThat(text(pages.done("x"))).contains("Tên [U+1F600] [U+6F22]");
        }
    }

    @Test
    void continuesARowThatIsHigherThanAPageOnTheNext() throws IOException {
        String address = "Thôn Mẫu, ".repeat(1500);
        try (PdfPages pages = typeface.begin(archival())) {
            pages.beginTable();
            pages.tableRow(Style.PLAIN, List.of(new Cell(PdfPages.LEFT, 200, "Nơi"), new Cell(280, 200, address)));
            pages.endTable();
            byte[] pdf = pages.done("x");
            String text = text(pdf).replaceAll("Trang \\d+/\\d+", "").replaceAll("\\s+x\\s+", " ");

            assertThat(text.split("Thôn\\s+Mẫu,", -1)).hasSize(1501);
        }
    }

    @Test
    void hasAStructureInWhichEachTextIsFound() throws IOException {
        try (PdfPages pages = typeface.begin(archival())) {
            pages.centred(Style.TITLE, PdfPages.LEFT, PdfPages.WIDTH, "THÔNG BÁO");
            pages.beginTable();
            pages.headingRow(Style.BOLD, cell("Đầu"));
            pages.tableRow(Style.PLAIN, cell("Thân"));
            pages.endTable();
            byte[] pdf = pages.done("x");

            try (PDDocument document = Loader.loadPDF(pdf)) {
                var catalog = document.getDocumentCatalog();
                assertThat(catalog.getLanguage()).isEqualTo("vi-VN");
                assertThat(catalog.getMarkInfo().isMarked()).isTrue();
                assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
                assertThat(catalog.getOutputIntents()).hasSize(1);
                assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("<pdfaid:part>2<", "THÔNG BÁO");
                COSArray numbers = catalog.getStructureTreeRoot()
                        .getCOSObject()
                        .getCOSDictionary(COSName.PARENT_TREE)
                        .getCOSArray(COSName.NUMS);
                assertThat(((COSArray) numbers.getObject(1)).size()).isEqualTo(3);
            }
        }
    }

    private byte[] written(String text) {
        try (PdfPages pages = typeface.begin(archival())) {
            pages.row(Style.PLAIN, cell(text));
            pages.row(Style.TITLE, cell(text));
            return pages.done("x");
        }
    }

    private static PdfForm archival() {
        return PdfForm.archival("THÔNG BÁO", "Thử nghiệm", Instant.parse("2026-11-29T03:00:00Z"));
    }

    private static List<Cell> cell(String text) {
        return List.of(new Cell(PdfPages.LEFT, PdfPages.WIDTH, text));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
