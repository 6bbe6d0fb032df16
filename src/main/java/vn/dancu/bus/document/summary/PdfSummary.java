package vn.dancu.bus.document.summary;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.summary.SummaryContent.Asker;
import vn.dancu.bus.document.summary.SummaryContent.Count;
import vn.dancu.bus.document.summary.SummaryContent.Person;
import vn.dancu.bus.pdf.PdfForm;
import vn.dancu.bus.pdf.PdfPages;
import vn.dancu.bus.pdf.PdfPages.Cell;
import vn.dancu.bus.pdf.PdfPages.Style;
import vn.dancu.bus.pdf.PdfTypeface;

/** {@link SummaryWriter} by PDFBox, in the letters that come with it. */
final class PdfSummary implements SummaryWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");
    private static final String TITLE = "TÓM TẮT KẾT QUẢ CUNG CẤP THÔNG TIN DÂN CƯ";
    private static final String FOOT = "Lập tự động; số định danh đã được che bớt.";
    private static final float LABEL = 128;
    private static final float[] COUNTS = {320, 90};
    private static final float[] PERSONS = {44, 110, 190, PdfPages.WIDTH - 344};
    private static final List<String> HEADINGS = List.of("Dòng", "Số định danh", "Kết quả", "Mã");

    private final PdfTypeface typeface = PdfTypeface.liberationSans();

    @Override
    public byte[] pdf(SummaryContent content) {
        try (PdfPages pages = typeface.begin(PdfForm.plain(TITLE))) {
            head(pages, content);
            asker(pages, content);
            counts(pages, content);
            persons(pages, content);
            return pages.done(FOOT);
        }
    }

    private static void head(PdfPages pages, SummaryContent content) {
        float half = PdfPages.WIDTH / 2;
        float top = pages.height();
        pages.centred(Style.BOLD, PdfPages.LEFT, half - 20, content.answeredBy().toUpperCase(Locale.ROOT));
        pages.line(PdfPages.LEFT + (half - 20) / 3, (half - 20) / 3);
        float left = pages.height();
        pages.returnTo(top);
        pages.centred(Style.BOLD, PdfPages.LEFT + half - 20, half + 20, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        pages.centred(Style.BOLD, PdfPages.LEFT + half - 20, half + 20, "Độc lập - Tự do - Hạnh phúc");
        pages.line(PdfPages.LEFT + half + 50, half - 120);
        pages.returnTo(Math.min(left, pages.height()));
        pages.space(20);
        pages.centred(Style.TITLE, PdfPages.LEFT, PdfPages.WIDTH, TITLE);
        pages.space(12);
    }

    private static void asker(PdfPages pages, SummaryContent content) {
        Asker asker = content.askedBy();
        line(pages, "Cơ quan đề nghị:", asker.agency() + " (" + asker.agencyCode() + ")");
        line(pages, "Văn bản đề nghị:", asker.code());
        line(pages, "Mã văn bản:", asker.documentId());
        line(pages, "Trích yếu:", asker.subject());
        line(pages, "Cán bộ đề nghị:", asker.officer());
        line(pages, "Thủ tục:", asker.procedure());
        line(pages, "Mục đích:", asker.purpose());
        line(pages, "Thời điểm nhận:", MOMENT.format(content.received()));
        line(pages, "Thời điểm trả lời:", MOMENT.format(content.answered()));
    }

    private static void line(PdfPages pages, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            pages.row(
                    Style.PLAIN,
                    List.of(
                            new Cell(PdfPages.LEFT, LABEL, label),
                            new Cell(PdfPages.LEFT + LABEL, PdfPages.WIDTH - LABEL, text)));
            pages.space(2);
        }
    }

    private static void counts(PdfPages pages, SummaryContent content) {
        heading(pages, "1. Kết quả chung");
        pages.beginTable();
        pages.headingRow(Style.BOLD, cells(COUNTS, List.of("Kết quả", "Số người")));
        for (Count count : content.counts()) {
            pages.tableRow(Style.PLAIN, cells(COUNTS, List.of(count.outcome(), number(count.persons()))));
        }
        pages.tableRow(Style.BOLD, cells(COUNTS, List.of("Tổng số", number(content.total()))));
        pages.endTable();
    }

    private static void persons(PdfPages pages, SummaryContent content) {
        heading(pages, "2. Kết quả từng người");
        pages.beginTable();
        if (!content.persons().isEmpty()) {
            pages.headingRow(Style.SMALL_BOLD, cells(PERSONS, HEADINGS));
        }
        for (Person person : content.persons()) {
            String code = person.code() == null ? "" : person.code();
            pages.tableRow(
                    Style.SMALL,
                    cells(PERSONS, List.of(number(person.row()), person.maskedId(), person.outcome(), code)));
        }
        pages.endTable();
        pages.space(6);
        int rest = content.total() - content.persons().size();
        String where = "Thông tin được cung cấp có trong tệp đính kèm " + content.resultsFile() + ".";
        pages.row(
                Style.PLAIN,
                List.of(new Cell(
                        PdfPages.LEFT,
                        PdfPages.WIDTH,
                        rest == 0 ? where : "Còn " + number(rest) + " người không liệt kê ở đây. " + where)));
    }

    private static void heading(PdfPages pages, String text) {
        pages.space(12);
        pages.row(Style.BOLD, List.of(new Cell(PdfPages.LEFT, PdfPages.WIDTH, text)));
        pages.space(4);
    }

    private static List<Cell> cells(float[] widths, List<String> texts) {
        Cell[] cells = new Cell[widths.length];
        float x = PdfPages.LEFT;
        for (int i = 0; i < widths.length; i++) {
            cells[i] = new Cell(x, widths[i], texts.get(i));
            x += widths[i];
        }
        return List.of(cells);
    }

    private static String number(int value) {
        return String.format(Locale.forLanguageTag("vi-VN"), "%,d", value);
    }
}
