package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;

/** What policy managers do with drafts at the console. */
class ConsolePolicyIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final GovernedPartner PARTNER = GovernedPartner.enrol(BUS, "h90-trang-chinh-sach");

    private final ConsoleVisitor author = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.POLICY_MANAGER);
    private final ConsoleVisitor second = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.SECOND_POLICY_MANAGER);

    @Test
    void publishesADraftByASecondPersonOnceNothingIsWrongInIt() throws JsonProcessingException {
        String draft = opened("Thêm trường họ và tên");

        ConsoleVisitor.Page wrong = write(draft, "{\"officers\":[\"canbo01\"],\"grants\":[{\"fields\":[\"MauToc\"]}]}");
        assertThat(author.get(wrong.location()).body())
                .contains("Đã lưu vào dự thảo, nhưng nội dung còn lỗi.", "lỗi phải sửa trước khi ban hành", "MauToc");
        assertThat(second.get(draft).body())
                .contains("lỗi phải sửa trước khi ban hành")
                .doesNotContain("data-opens=\"publish\"");

        write(draft, JsonMapper.builder().build().writeValueAsString(GovernedPartner.rights(Map.of(), "HoVaTen")));
        assertThat(author.get(draft).body())
                .contains("Trường dữ liệu", ">HoVaTen</ins>", "Dự thảo chờ người khác ban hành.")
                .doesNotContain("data-opens=\"publish\"");
        author.post(draft + "/publish", Map.of("_page", draft));
        assertThat(author.get(draft).body()).contains("<code>second_person_required</code>");

        assertThat(second.get(draft).body()).contains("data-opens=\"publish\"");
        String version = second.post(draft + "/publish", Map.of()).location();
        assertThat(version).startsWith("/desk/policy/versions/");
        assertThat(second.get(version).body()).contains("Đang áp dụng", ">HoVaTen</ins>", "Thêm trường họ và tên");
        assertThat(second.get(version + "/partners/" + PARTNER.id()).body()).contains("HoVaTen");
        assertThat(author.get("/desk/policy").body()).contains("href=\"" + version + "\"", "Đã ban hành");
    }

    @Test
    void takesAPartnerOutOfADraftAndDiscardsIt() {
        String draft = opened("Thử bỏ dự thảo");
        write(draft, "{}");

        author.post(draft + "/rights/leave", Map.of("partner", PARTNER.id()));
        assertThat(author.get(draft).body()).contains("Dự thảo chưa thay đổi quyền của đối tác nào.");
        author.post(draft + "/discard", Map.of());

        assertThat(author.get(draft).body()).contains("Đã bỏ dự thảo.").doesNotContain("data-opens=\"discard\"");
    }

    @Test
    void opensADraftThatBringsAnOldVersionBack() {
        ConsoleVisitor.Page opened =
                author.post("/desk/policy/drafts", Map.of("note", "Quay về bản đầu", "fromVersion", "1"));

        assertThat(author.get(opened.location()).body())
                .contains("Quay về bản đầu", "href=\"/desk/policy/versions/1\"");
        author.post(opened.location() + "/discard", Map.of());
    }

    @Test
    void letsOnlyPolicyManagersWriteAndShowsOperatorsNoDrafts() {
        String draft = opened("Thử vai trò");
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);
        ConsoleVisitor operator = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);
        Map<String, String> rights = Map.of("partner", PARTNER.id(), "rights", "{}");

        assertThat(inspector.get(draft + "/rights?partner=" + PARTNER.id()).body())
                .contains("<pre")
                .doesNotContain("<textarea");
        assertThat(inspector.post(draft + "/rights", rights).status()).isEqualTo(403);
        assertThat(inspector.post(draft + "/publish", Map.of()).status()).isEqualTo(403);
        assertThat(operator.get(draft).status()).isEqualTo(403);
        assertThat(operator.get("/desk/policy").body()).doesNotContain("/desk/policy/drafts");
        assertThat(author.get("/desk/policy/drafts/999999").status()).isEqualTo(404);
        author.post(draft + "/discard", Map.of());
    }

    private String opened(String note) {
        String draft = author.post("/desk/policy/drafts", Map.of("note", note)).location();
        assertThat(draft).matches("/desk/policy/drafts/[0-9]+");
        assertThat(author.get(draft).body()).contains("Đã mở dự thảo.", note);
        return draft;
    }

    private ConsoleVisitor.Page write(String draft, String rights) {
        return author.post(draft + "/rights", Map.of("partner", PARTNER.id(), "rights", rights));
    }
}
