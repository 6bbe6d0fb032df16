package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;

/** The mappings of a hub at the console: an operator changes them and reads what was, an inspector only reads. */
class ConsoleHubIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String PARTNER = GovernedPartner.enrol(BUS, "h93-bang").id();
    private static final String PAGE = "/desk/hub/mappings/" + PARTNER;

    private final ConsoleVisitor operator = ConsoleVisitor.signedIn(BUS.ports().http(), Desk.Sandbox.OPERATOR);

    @Test
    void keepsAMappingWithItsHistoryAndShowsAnInspectorNoForm() {
        assertThat(operator.get(PAGE).body()).contains("Chưa có bảng ánh xạ").doesNotContain("??");
        change("0", "MaCanBo", "canbo01", "999000000017", "Thỏa thuận 12");
        change("1", "MaDVC", "*", "VPCP", "Bổ sung");
        change("2", "MaDVC", "*", "", "Thôi dùng");

        assertThat(operator.get(PAGE).body())
                .contains(
                        "Phiên bản 3",
                        "*********017",
                        "Thỏa thuận 12",
                        "Thôi dùng",
                        "Tải tệp CSV",
                        "Thay cả bảng",
                        "<textarea")
                .doesNotContain("999000000017", "VPCP", "??");
        assertThat(operator.get(PAGE + "?version=2").body()).contains("VPCP", "đã thay");
        assertThat(operator.get("/desk/hub").body())
                .contains(PARTNER, "Thôi dùng")
                .doesNotContain("??");
        assertThat(ConsoleVisitor.signedIn(BUS.ports().http(), Desk.Sandbox.INSPECTOR)
                        .get(PAGE)
                        .body())
                .contains("Phiên bản 3")
                .doesNotContain("Thay cả bảng", "<textarea");
    }

    @Test
    void showsEverythingThatIsWrongInAFileWithTheFile() {
        String csv = "field,local,national\nMaDVC,a,b\nMaDVC,a,c\nHoTen,x,y\n";

        String page = operator.post(PAGE + "/file", Map.of("base", "0", "csv", csv, "reason", "thử"))
                .body();

        assertThat(page)
                .contains("Có 2 điểm sai", "MaDVC,a,c", "mỗi mã của một trường một lần", "MaCanBo, MaDVC hoặc MaDonVi")
                .doesNotContain("??", "each code");
    }

    /** What a form lets a person write and its act refuses is written for nothing. */
    @ParameterizedTest
    @CsvSource({
        "/desk/hub, OPERATOR, 500",
        "/desk/hub/mappings/h93-bang, OPERATOR, 500",
        "/desk/holds/new, OPERATOR, 500",
        "/desk/suspensions/new, OPERATOR, 2000"
    })
    void aReasonMayBeAsLongInTheFormAsItsActTakes(String page, Desk.Sandbox who, String most) {
        Matcher fields = Pattern.compile("<(?:textarea|input)[^>]* name=\"(?:reason|returnCondition)\"[^>]*>")
                .matcher(ConsoleVisitor.signedIn(BUS.ports().http(), who)
                        .get(page)
                        .body());

        assertThat(fields.results().map(MatchResult::group)).isNotEmpty().allSatisfy(field -> assertThat(field)
                .contains("maxlength=\"" + most + "\""));
    }

    private void change(String base, String field, String local, String national, String reason) {
        assertThat(operator.post(
                                PAGE + "/changes",
                                Map.of(
                                        "base", base,
                                        "field", field,
                                        "local", local,
                                        "national", national,
                                        "reason", reason,
                                        "_page", PAGE))
                        .location())
                .isEqualTo(PAGE);
    }
}
