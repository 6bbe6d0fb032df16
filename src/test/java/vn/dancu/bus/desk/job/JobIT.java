package vn.dancu.bus.desk.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** Work of a running bus in one list, and the files that are written at the console. */
class JobIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final String REPORT = "dancu-report-h41-lgsp-2026-11-01-2026-11-30.csv";

    private final ConsoleVisitor inspector = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);

    @Test
    void listsAReportThatWasTakenAtTheConsole() {
        byte[] file = inspector.download(
                "/desk/reports/report",
                Map.of("partner", "h41-lgsp", "from", "2026-11-01", "to", "2026-11-30", "format", "csv"));

        assertThat(file).isNotEmpty();
        JsonNode job = job(REPORT);
        assertThat(job.path("kind").asText()).isEqualTo("report");
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("by").asText()).isEqualTo(Desk.Sandbox.INSPECTOR.account());
        assertThat(job.path("done").asInt()).isEqualTo(file.length);
        assertThat(inspector.get("/desk/jobs").body()).contains(REPORT, "Báo cáo thanh tra", "hx-get=\"/desk/jobs\"");
    }

    @Test
    void writesOperationalRecordsOfWholeDays() {
        byte[] file = inspector.download(
                "/desk/reports/operational",
                Map.of("partner", "h41-lgsp", "from", "2026-11-01", "to", "2026-11-30", "format", "csv"));

        assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8)).contains("monitoringDataTs");
        assertThat(job("dancu-operational-h41-lgsp.csv").path("kind").asText()).isEqualTo("export");
    }

    @Test
    void showsHowFarALongListIs() {
        UUID id = UUID.randomUUID();
        BUS.jdbc()
                .sql("insert into document.document (id, account, axis_doc_id, sender, action, content, content_length,"
                        + " content_sha256, received_at, state, changed_at, next_try, people)"
                        + " values (:id, 'main', :doc, '000.00.00.H41', '0', :id, 1, 'x', now(), 'in_work', now(),"
                        + " now() + interval '1 hour', 100000)")
                .param("id", id)
                .param("doc", "job-" + id)
                .update();
        BUS.jdbc()
                .sql(
                        "insert into document.chunk (document, file, first, people, content, content_length, content_sha256)"
                                + " values (:id, 1, 0, 25000, :id, 1, 'x')")
                .param("id", id)
                .update();
        try {
            JsonNode job = job("main/job-" + id);

            assertThat(job.path("state").asText()).isEqualTo("running");
            assertThat(job.path("done").asLong()).isEqualTo(25_000);
            assertThat(job.path("total").asLong()).isEqualTo(100_000);
            assertThat(inspector.get("/desk/jobs").body())
                    .contains("25.000 / 100.000 người", "<progress max=\"100\" value=\"25\"");
        } finally {
            BUS.jdbc()
                    .sql("delete from document.chunk where document = :id")
                    .param("id", id)
                    .update();
            BUS.jdbc()
                    .sql("delete from document.document where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    @Test
    void explainsADecisionRuleByRule() {
        ConsoleVisitor.Page granted = inspector.post(
                "/desk/policy/explain",
                Map.of(
                        "partner", "h41-lgsp",
                        "service", "TraCuuThongTinCongDan",
                        "officer", "khong.ai",
                        "procedure", "1.001193"));

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.body())
                .contains("officer_not_allowed", "Cán bộ đã được đăng ký", "chưa xét", "value=\"khong.ai\"");
    }

    private static JsonNode job(String subject) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode one : Desk.at(PORT, Desk.Sandbox.OPERATOR)
                .get("jobs?limit=500")
                .body()
                .path("items")) {
            if (one.path("subject").asText().equals(subject)) {
                found.add(one);
            }
        }
        assertThat(found).isNotEmpty();
        return found.get(0);
    }
}
