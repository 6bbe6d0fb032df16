package vn.dancu.bus.conformance.result;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A result as a page of HTML to read and to print; nothing in it leads elsewhere. */
public final class ConformanceReport {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm:ss 'ngày' dd/MM/uuuu", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private ConformanceReport() {}

    public static String html(ConformanceResult result) {
        StringBuilder page = new StringBuilder(4096);
        page.append(
                        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Kết quả kiểm thử kết nối</title><style>")
                .append(
                        "body{font:16px/1.5 sans-serif;margin:2rem;max-width:75rem}table{border-collapse:collapse;width:100%}")
                .append("th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}")
                .append(
                        ".failed{background:#fde2e2}.skipped{background:#f2f2f2}small{color:#555}</style></head><body>\n")
                .append("<h1>Kết quả kiểm thử kết nối</h1>\n<p lang=\"en\">Result of the conformance tests</p>\n<dl>");
        entry(page, "Hệ thống được kiểm thử / Target", result.target());
        entry(page, "Đối tác / Partner", result.partner());
        entry(page, "Thời điểm / Moment", MOMENT.format(result.ended()));
        entry(page, "Mã lượt / Run", result.run());
        entry(page, "Kết luận / Conclusion", conclusion(result));
        page.append("</dl>\n<table><thead><tr>");
        for (String head : List.of("Mã", "Nội dung kiểm thử", "Căn cứ", "Yêu cầu", "Thực tế", "Kết quả")) {
            page.append("<th scope=\"col\">").append(head).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        result.cases().forEach(one -> row(page, one));
        return page.append("</tbody></table>\n</body></html>\n").toString();
    }

    /** In one sentence, Vietnamese first. */
    public static String conclusion(ConformanceResult result) {
        String counts = "%d đạt, %d không đạt, %d bỏ qua / %1$d passed, %2$d failed, %3$d skipped"
                .formatted(result.passed(), result.failed(), result.skipped());
        int failed = result.failedMandatory().size();
        return failed == 0
                ? "Mọi ca bắt buộc đã chạy đều đạt: " + counts
                : failed + " ca bắt buộc không đạt: " + counts;
    }

    private static void entry(StringBuilder page, String name, String value) {
        page.append("<dt><strong>")
                .append(name)
                .append("</strong></dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static void row(StringBuilder page, CaseResult one) {
        page.append("<tr class=\"")
                .append(one.outcome().code())
                .append("\"><th scope=\"row\">")
                .append(escaped(one.id()))
                .append("</th><td>")
                .append(escaped(one.vi()))
                .append("<br><small lang=\"en\">")
                .append(escaped(one.en()))
                .append("</small></td><td>")
                .append(escaped(one.clause()))
                .append("</td><td>")
                .append(escaped(one.expected()))
                .append("</td><td>")
                .append(escaped(one.seen()))
                .append("</td><td>")
                .append(one.outcome().text(Locale.forLanguageTag("vi")))
                .append(one.mandatory() ? "" : " <small>(không bắt buộc)</small>")
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
