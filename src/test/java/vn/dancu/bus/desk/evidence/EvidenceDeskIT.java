package vn.dancu.bus.desk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.RunningBus;

/** From the running bus to the files, and back to whoever verifies them without it. */
class EvidenceDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final Desk OPERATOR = Desk.at(PORT, Sandbox.OPERATOR);
    private static final Desk APPROVER = Desk.at(PORT, Sandbox.APPROVER);
    private static final Desk INSPECTOR = Desk.at(PORT, Sandbox.INSPECTOR);

    @TempDir
    Path folder;

    @Test
    void givesTheProofOfARecordToAnInspectorWhoVerifiesItOffline() throws Exception {
        String act = actOfAPlacedHold();
        String fingerprint = INSPECTOR
                .get("audit/seal-keys")
                .body()
                .at("/items/0/fingerprint")
                .asText();

        Path proof = await().atMost(Duration.ofSeconds(30))
                .until(() -> download("audit/events/" + act + "/proof"), file -> file.toString()
                        .endsWith("200"));

        VerificationReport report = EvidenceVerifier.verify(proof, TrustAnchors.NONE.trusting(Set.of(fingerprint)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(1);
        assertThat(report.trusted()).isTrue();
    }

    @Test
    void givesSealsWithTheirRecordsAsAFile() throws Exception {
        actOfAPlacedHold();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> INSPECTOR
                                .get("audit/seals?limit=1")
                                .body()
                                .at("/items/0/number")
                                .asLong()
                        == 1);

        Path file = download("audit/evidence?from=1&to=1");

        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE).findings()).isEmpty();
        assertThat(INSPECTOR.get("audit/evidence?from=1&to=999999999").code()).isEqualTo("resource_unknown");
        assertThat(INSPECTOR.get("audit/evidence?from=x&to=1").code()).isEqualTo("field_invalid");
        assertThat(APPROVER.get("audit/evidence?from=1&to=1").code()).isEqualTo("role_missing");
    }

    @Test
    void placesAHoldAndEndsItByTwoPersons() {
        String id =
                OPERATOR.send("POST", "audit/holds", hold()).body().path("id").asText();
        Map<String, String> reason = Map.of("reason", "Vụ việc đã kết thúc");

        assertThat(OPERATOR.send("POST", "audit/holds/" + id + "/release-request", reason)
                        .status())
                .isEqualTo(204);
        assertThat(OPERATOR.send("POST", "audit/holds/" + id + "/release", null).code())
                .isEqualTo("second_person_required");
        assertThat(APPROVER.send("POST", "audit/holds/" + id + "/release", null).status())
                .isEqualTo(204);
        assertThat(INSPECTOR.get("audit/holds").body().toString())
                .contains(id, "\"aboutPerson\":true")
                .doesNotContain("999000000001");
    }

    private static Map<String, Object> freezeOrder() {
        Map<String, Object> order = new HashMap<>(hold());
        order.remove("soDinhDanh");
        order.put("partner", "h98-han-muc");
        order.put("orderingAuthority", "Công an tỉnh Thử");
        return order;
    }

    @Test
    void refusesAFreezeOrderWithoutScope() {
        Map<String, Object> order = freezeOrder();
        assertThat(OPERATOR.send("POST", "audit/holds", order).code()).isEqualTo("field_invalid");
        order.put("scope", List.of());
        assertThat(OPERATOR.send("POST", "audit/holds", order).code()).isEqualTo("field_invalid");
        order.put("scope", Arrays.asList("LOGS", null));
        assertThat(OPERATOR.send("POST", "audit/holds", order).code()).isEqualTo("field_invalid");
    }

    @Test
    void keepsTheConfigurationWhileAFreezeOrderCoversIt() {
        Map<String, Object> order = freezeOrder();
        order.put("scope", List.of("CONFIGURATION", "LOGS"));
        Map<String, String> ends = Map.of("ends", "2030-01-01");
        Desk approver = Desk.at(PORT, Desk.Sandbox.APPROVER);

        String id =
                OPERATOR.send("POST", "audit/holds", order).body().path("id").asText();

        Desk.Answer refused = approver.send("POST", "partners/h98-han-muc/agreement", ends);
        assertThat(refused.code()).isEqualTo("under_legal_hold");
        assertThat(refused.body().toString()).contains("configuration", "01/QĐ-THU");
        assertThat(INSPECTOR
                        .send("POST", "partners/h98-han-muc/agreement", ends)
                        .code())
                .as("who may not act at all learns nothing of the order")
                .isEqualTo("role_missing");
        assertThat(approver.send("POST", "partners/nobody-there/agreement", ends)
                        .code())
                .as("another partner")
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send(
                                "POST",
                                "suspensions",
                                Map.of("partner", "h98-han-muc", "ground", "whim", "reason", "thử"))
                        .code())
                .as("a suspension is not held back")
                .isEqualTo("field_invalid");
        assertThat(INSPECTOR.get("audit/holds").body().toString())
                .contains("\"orderingAuthority\":\"Công an tỉnh Thử\"", "\"scope\":[\"LOGS\",\"CONFIGURATION\"]");

        OPERATOR.send("POST", "audit/holds/" + id + "/release-request", Map.of("reason", "lệnh hết hiệu lực"));
        approver.send("POST", "audit/holds/" + id + "/release", null);
        assertThat(approver.send("POST", "partners/h98-han-muc/agreement", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAReasonWithANumberInIt() {
        assertThat(OPERATOR.send(
                                "POST",
                                "audit/holds/00000000-0000-0000-0000-000000000000/release-request",
                                Map.of("reason", "về 999000000001"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(OPERATOR.send(
                                "POST",
                                "audit/holds/00000000-0000-0000-0000-000000000000/release-request",
                                Map.of("reason", " "))
                        .code())
                .isEqualTo("evidence_missing");
    }

    @Test
    void tellsOfMonthsKeysAndArchives() {
        assertThat(INSPECTOR.get("audit/months").body().at("/items").size()).isGreaterThanOrEqualTo(16);
        assertThat(INSPECTOR.get("audit/archives").body().at("/items").size()).isZero();
        assertThat(INSPECTOR.get("audit/content-keys").status()).isEqualTo(200);
        assertThat(OPERATOR.send("POST", "audit/archives", Map.of("kind", "ANSWER", "month", 190001))
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send(
                                "POST",
                                "audit/content-keys/190001/destruction-request",
                                Map.of("reason", "hết thời hạn lưu"))
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(APPROVER.send("POST", "audit/content-keys/190001/destruction", null)
                        .code())
                .isEqualTo("resource_unknown");
    }

    /** The event's id. */
    private static String actOfAPlacedHold() {
        String hold =
                OPERATOR.send("POST", "audit/holds", hold()).body().path("id").asText();
        return BUS.jdbc()
                .sql("select id::text from audit.event where kind = 'ACT' and event like '%hold/' || ? || '%'")
                .param(hold)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> hold() {
        return Map.of(
                "reason", "Kiểm tra theo yêu cầu",
                "decision", "01/QĐ-THU",
                "since", "2020-01-01T00:00:00Z",
                "until", "2020-02-01T00:00:00Z",
                "soDinhDanh", "999000000001");
    }

    /** The file's name ends with the status. */
    private Path download(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/api/v1/admin/" + path))
                .header("Authorization", String.valueOf(INSPECTOR.authorization()))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        return Files.write(folder.resolve("file." + response.statusCode()), response.body());
    }
}
