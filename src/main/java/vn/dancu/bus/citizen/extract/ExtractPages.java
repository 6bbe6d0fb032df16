package vn.dancu.bus.citizen.extract;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.ExtractSettings;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.extract.ExtractLines.Line;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.pdf.PdfForm;
import vn.dancu.bus.pdf.PdfPages;
import vn.dancu.bus.pdf.PdfPages.Cell;
import vn.dancu.bus.pdf.PdfPages.Style;
import vn.dancu.bus.pdf.PdfTypeface;

/** The pages of an extract, laid out as an authority's notice. */
final class ExtractPages {

    /** What the file says it is. */
    static final String TITLE = "THÔNG BÁO";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy");
    private static final String PRODUCER = "DanCu Bus";
    private static final String NOT_RECORDED = "Không có trong dữ liệu";
    private static final Style BODY = new Style(11, false);
    private static final Style BODY_BOLD = new Style(11, true);
    private static final float LEFT = PdfPages.LEFT;
    private static final float WIDTH = PdfPages.WIDTH;
    private static final float HALF = WIDTH / 2 - 20;
    private static final float[] COLUMNS = {34, 150, WIDTH - 184};

    private final ExtractSettings settings;
    private final String authority;
    private final PdfTypeface typeface = PdfTypeface.liberationSans();

    ExtractPages(ExtractSettings settings) {
        this.settings = settings;
        this.authority = Objects.requireNonNullElse(settings.authority(), "");
    }

    /** Who gives the extracts. */
    String authority() {
        return authority;
    }

    /**
     * What a page says.
     *
     * @param table the fields in words
     * @param purpose by its name
     * @param basis the clause behind the purpose
     * @param signer whom the certificate of the signature names
     * @param dataTime when the register was read
     * @param made when the extract is written
     */
    record Content(
            ExtractOrder order,
            ExtractLines.Table table,
            String purpose,
            String basis,
            String signer,
            Instant dataTime,
            Instant made) {

        @Override
        public String toString() {
            return "Content[masked]";
        }
    }

    byte[] pdf(Content content) {
        PdfForm form = PdfForm.archival(TITLE + " số " + number(content.order()), PRODUCER, content.made());
        try (PdfPages pages = typeface.begin(form)) {
            head(pages, content);
            introduction(pages, content);
            record(pages, content.table());
            notes(pages, content);
            signature(pages, content.signer());
            return pages.done(TITLE + " số " + number(content.order()));
        }
    }

    private void head(PdfPages pages, Content content) {
        float top = pages.height();
        if (settings.parentAuthority() != null) {
            pages.centred(BODY, LEFT, HALF, upper(settings.parentAuthority()));
        }
        pages.centred(BODY_BOLD, LEFT, HALF, upper(authority));
        pages.line(LEFT + HALF / 3, HALF / 3);
        pages.space(4);
        pages.centred(BODY, LEFT, HALF, "Số: " + number(content.order()));
        float left = pages.height();
        pages.returnTo(top);
        float right = LEFT + HALF;
        float width = WIDTH - HALF;
        pages.centred(BODY_BOLD, right, width, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        pages.centred(BODY_BOLD, right, width, "Độc lập - Tự do - Hạnh phúc");
        pages.line(right + width / 5, width * 3 / 5);
        pages.space(4);
        pages.centred(
                BODY,
                right,
                width,
                Objects.requireNonNullElse(settings.place(), "") + ", "
                        + DATE.format(content.made().atZone(VIETNAM)));
        pages.returnTo(Math.min(left, pages.height()));
        pages.space(22);
        pages.centred(Style.TITLE, LEFT, WIDTH, TITLE);
        pages.centred(BODY_BOLD, LEFT, WIDTH, "Về thông tin công dân trong Cơ sở dữ liệu quốc gia về dân cư");
        pages.space(14);
    }

    private void introduction(PdfPages pages, Content content) {
        ExtractOrder order = content.order();
        Relation relation = order.relation();
        paragraph(pages, "Căn cứ " + content.basis() + ";");
        paragraph(
                pages,
                "Theo đề nghị của công dân " + order.asker().name() + ", số định danh cá nhân "
                        + order.asker().number().digits() + ", gửi qua " + order.channel() + ";");
        paragraph(
                pages,
                authority + " thông báo thông tin của " + whose(relation)
                        + " được ghi trong Cơ sở dữ liệu quốc gia về dân cư, tại thời điểm "
                        + MOMENT.format(content.dataTime().atZone(VIETNAM)) + ", như sau:");
        pages.space(4);
    }

    private static String whose(@Nullable Relation relation) {
        if (relation == null) {
            return "chính công dân đề nghị";
        }
        return switch (relation.kind()) {
            case PARENT -> "con của công dân đề nghị";
            case REPRESENTATIVE -> "người mà công dân đề nghị là người đại diện hợp pháp";
        };
    }

    private static void record(PdfPages pages, ExtractLines.Table table) {
        List<Line> lines = table.lines();
        pages.beginTable();
        pages.headingRow(BODY_BOLD, row("STT", "Thông tin", "Nội dung"));
        for (int i = 0; i < lines.size(); i++) {
            String text = Objects.requireNonNullElse(lines.get(i).text(), NOT_RECORDED);
            pages.tableRow(BODY, row(String.valueOf(i + 1), lines.get(i).name(), text));
        }
        pages.endTable();
        pages.space(6);
        if (lines.stream().anyMatch(line -> line.text() == null)) {
            paragraph(pages, "“" + NOT_RECORDED + "”: Cơ sở dữ liệu quốc gia về dân cư chưa ghi nhận thông tin này.");
        }
        if (!table.withheld().isEmpty()) {
            paragraph(
                    pages,
                    "Thông tin không được cung cấp qua kênh nêu trên: " + String.join("; ", table.withheld()) + ".");
        }
    }

    private void notes(PdfPages pages, Content content) {
        ExtractOrder order = content.order();
        pages.space(6);
        paragraph(pages, "Mục đích: " + content.purpose() + ".");
        paragraph(pages, "Xác thực công dân đề nghị: " + proof(order.asker().proof()) + ".");
        paragraph(pages, "Mã tra cứu: " + order.number().id() + ".");
        String where = settings.checkAddress() == null ? "" : " Hướng dẫn: " + settings.checkAddress() + ".";
        paragraph(
                pages,
                "Cách kiểm tra: Thông báo này là văn bản điện tử, được ký số bởi " + content.signer()
                        + ". Mở tệp bằng phần mềm đọc PDF có chức năng kiểm tra chữ ký số; chữ ký phải hợp lệ, bao"
                        + " trùm toàn bộ tệp và không có thay đổi nào sau khi ký. Bản in không có chữ ký số, chỉ để"
                        + " đọc." + where);
        if (pages.hasLackedLetters()) {
            paragraph(pages, "Ký tự mà phông chữ không có được ghi bằng mã Unicode trong ngoặc vuông, như [U+1F600].");
        }
    }

    private static String proof(Proof proof) {
        String account =
                switch (proof.kind()) {
                    case PORTAL_ACCOUNT -> "tài khoản Cổng dịch vụ công";
                    case EID_ACCOUNT -> "tài khoản định danh điện tử";
                    case SUBSCRIBER -> "số thuê bao di động đã đăng ký";
                };
        return proof.level() == null ? account : account + ", mức " + proof.level();
    }

    private void signature(PdfPages pages, String signer) {
        pages.space(14);
        float top = pages.height();
        pages.row(Style.SMALL_BOLD, List.of(new Cell(LEFT, HALF, "Nơi nhận:")));
        pages.row(Style.SMALL, List.of(new Cell(LEFT, HALF, "- Công dân đề nghị.")));
        if (pages.height() < top) {
            pages.returnTo(top);
        }
        pages.centred(BODY_BOLD, LEFT + HALF, WIDTH - HALF, upper(authority));
        pages.centred(BODY, LEFT + HALF, WIDTH - HALF, "(Đã ký số: " + signer + ")");
    }

    private String number(ExtractOrder order) {
        return order.number().value() + "/" + settings.symbol();
    }

    private static void paragraph(PdfPages pages, String text) {
        pages.row(BODY, List.of(new Cell(LEFT, WIDTH, text)));
        pages.space(4);
    }

    private static List<Cell> row(String... texts) {
        Cell[] cells = new Cell[texts.length];
        float x = LEFT;
        for (int i = 0; i < texts.length; i++) {
            cells[i] = new Cell(x, COLUMNS[i], texts[i]);
            x += COLUMNS[i];
        }
        return List.of(cells);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.forLanguageTag("vi-VN"));
    }
}
