package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** What operators, approvers and inspectors do with the trail as evidence at the console. */
class ConsoleEvidenceIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final String PERSON = "999000000001";

    private final ConsoleVisitor operator = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);
    private final ConsoleVisitor approver = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.APPROVER);
    private final ConsoleVisitor inspector = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);

    @TempDir
    Path folder;

    @Test
    void placesAHoldAndEndsItByTwoPersons() {
        assertThat(operator.post("/desk/holds", hold("77/QĐ-TRANG", PERSON)).location())
                .isEqualTo("/desk/holds");
        String list = operator.get("/desk/holds").body();
        assertThat(list)
                .contains("Đã ra lệnh giữ.", "77/QĐ-TRANG", "về một công dân")
                .doesNotContain(PERSON);
        String hold = holdOf("77/QĐ-TRANG", list);

        operator.post(hold + "/ask", Map.of("reason", "Vụ việc đã kết thúc"));
        assertThat(operator.get("/desk/holds").body()).doesNotContain(hold + "/release");
        operator.post(hold + "/release", Map.of("_page", "/desk/holds"));
        assertThat(operator.get("/desk/holds").body()).contains("<code>second_person_required</code>");
        assertThat(approver.get("/desk/holds").body()).contains(hold + "/release");
        approver.post(hold + "/release", Map.of());

        String after = approver.get("/desk/holds").body();
        assertThat(after.substring(after.indexOf("ended-title"))).contains("77/QĐ-TRANG");
    }

    @Test
    void returnsARefusedHoldWithoutTheNumberOfThePerson() {
        operator.post("/desk/holds", hold("78/QĐ-TRANG", "12345"));

        assertThat(operator.get("/desk/holds/new").body())
                .contains("<code>person</code>", "value=\"78/QĐ-TRANG\"")
                .doesNotContain("value=\"12345");
        assertThat(inspector
                        .post("/desk/holds", Map.of("decision", "79/QĐ-TRANG"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givesEvidenceAndProofsThatAreVerifiedWithoutTheBus() throws Exception {
        String newest = await().atMost(Duration.ofSeconds(30))
                .until(() -> newestSeal(inspector.get("/desk/evidence").body()), found -> !found.isEmpty());

        assertThat(verified(inspector.download("/desk/evidence/export", Map.of("from", newest, "to", newest)))
                        .findings())
                .isEmpty();
        String record = BUS.jdbc()
                .sql("select ids[1]::text from audit.seal where number = ?")
                .param(Long.parseLong(newest))
                .query(String.class)
                .single();
        VerificationReport proof = verified(inspector.download("/desk/evidence/proof", Map.of("record", record)));
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.records()).isEqualTo(1);
        inspector.post("/desk/evidence/export", Map.of("from", "1", "to", "999999999", "_page", "/desk/evidence"));
        assertThat(inspector.get("/desk/evidence").body()).contains("<code>resource_unknown</code>");
    }

    @Test
    void showsApproversTheKeysAlone() {
        assertThat(approver.get("/desk/evidence").body()).contains("keys-title").doesNotContain("seals-title");
        assertThat(approver.post("/desk/evidence/export", Map.of("from", "1", "to", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(inspector.post("/desk/evidence/keys", Map.of()).status()).isEqualTo(403);
        assertThat(ConsoleVisitor.signedIn(PORT, Desk.Sandbox.CLERK)
                        .get("/desk/evidence")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesToArchiveAndToDestroyWhatIsNotThere() {
        assertThat(operator.get("/desk/retention").body()).contains("Các tháng trong cơ sở dữ liệu", "Niêm phong");
        for (String act : new String[] {"archives/answer/190001", "archives/x/190001", "keys/190001/ask"}) {
            operator.post("/desk/retention/" + act, Map.of("reason", "Hết hạn lưu", "_page", "/desk/retention"));
            assertThat(operator.get("/desk/retention").body()).as(act).contains("<code>resource_unknown</code>");
        }
        operator.post("/desk/retention/keys/190001/ask", Map.of("reason", "Về " + PERSON, "_page", "/desk/retention"));
        assertThat(operator.get("/desk/retention").body()).contains("<code>reason</code>");
        assertThat(inspector
                        .post("/desk/retention/keys/190001/destroy", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private VerificationReport verified(byte[] file) throws IOException {
        return EvidenceVerifier.verify(Files.write(folder.resolve("file"), file), TrustAnchors.NONE);
    }

    private static String newestSeal(String page) {
        Matcher row = Pattern.compile("(?s)seals-title.*?<tbody><tr>\\s*<th scope=\"row\">([0-9]+)</th>")
                .matcher(page);
        return row.find() ? row.group(1) : "";
    }

    private static String holdOf(String decision, String list) {
        Matcher ask = Pattern.compile("(?s)" + decision + ".*?action=\"(/desk/holds/[0-9a-f-]+)/ask\"")
                .matcher(list);
        assertThat(ask.find()).isTrue();
        return ask.group(1);
    }

    private static Map<String, String> hold(String decision, String person) {
        return Map.of(
                "reason", "Kiểm tra theo yêu cầu",
                "decision", decision,
                "since", "2020-01-01T00:00",
                "until", "2020-02-01T00:00",
                "person", person,
                "_page", "/desk/holds/new");
    }
}
