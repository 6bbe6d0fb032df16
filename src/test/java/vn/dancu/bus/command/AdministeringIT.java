package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DanCuCommand.Result;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;

/** What {@code docs/operations/administer.md} shows, in its order; the transcript is {@code target/dancu-command.txt}. */
class AdministeringIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void bringsASystemThroughItsFirstStep() {
        done(Sandbox.CLERK, "authority", "show", "H41");
        done(
                Sandbox.CLERK,
                "partner",
                "apply",
                "--partner",
                "h41-lenh",
                "--authority",
                "H41",
                "--name",
                "Cổng thử nghiệm",
                "--dialect",
                "official");
        done(
                Sandbox.CLERK,
                "partner",
                "submit",
                "h41-lenh",
                "application",
                "--documents",
                "document=request-letter;reference=27/UBND-NC;issuedOn=2026-11-02;sha256=" + HASH);
        Result approved = done(Sandbox.APPROVER, "partner", "approve", "h41-lenh", "application");
        Result again = run(Sandbox.APPROVER, "partner", "approve", "h41-lenh", "application");
        done(Sandbox.CLERK, "application", "list", "--state", "applying");

        assertThat(approved.out()).contains("legal-basis");
        assertThat(again.exit()).isEqualTo(ExitCodes.REFUSED);
        assertThat(again.err()).contains("already_approved");
    }

    @Test
    void publishesAPolicyByTwoPeople() throws IOException {
        GovernedPartner.enrol(BUS, "h41-quyen");
        Path rights = Files.writeString(
                folder.resolve("rights.json"),
                """
                {"officers": ["canbo01"], "managedOfficers": 2,
                 "grants": [{"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc",
                             "procedures": ["1.001193"], "fields": ["HoVaTen", "GioiTinh"]}],
                 "quotas": [{"services": ["*"], "perMinute": 60, "perDay": 2000}]}""");

        Result opened = done(Sandbox.POLICY_MANAGER, "policy", "draft", "--note", "Quyền của h41-quyen", "--json");
        String draft = json(opened).path("id").asText();
        done(Sandbox.POLICY_MANAGER, "policy", "set", draft, "h41-quyen", "--body", rights.toString());
        done(Sandbox.POLICY_MANAGER, "policy", "diff", draft);
        Result alone = run(Sandbox.POLICY_MANAGER, "policy", "publish", draft);
        done(Sandbox.SECOND_POLICY_MANAGER, "policy", "publish", draft);
        Result explained = done(
                Sandbox.INSPECTOR,
                "policy",
                "explain",
                "--partner",
                "h41-quyen",
                "--service",
                "TraCuuThongTinCongDan",
                "--officer",
                "canbo02",
                "--procedure",
                "1.001193");

        assertThat(alone.err()).contains("second_person_required");
        assertThat(explained.out()).contains("officer_not_allowed");
    }

    @Test
    void suspendsAndResumes() {
        GovernedPartner.enrol(BUS, "h41-dung");
        done(Sandbox.OPERATOR, "partner", "grounds");
        Result suspended = done(
                Sandbox.OPERATOR,
                "partner",
                "suspend",
                "--partner",
                "h41-dung",
                "--ground",
                "breach",
                "--reason",
                "Dùng chung một tài khoản cán bộ",
                "--return-condition",
                "Mỗi cán bộ một tài khoản",
                "--json");
        String id = json(suspended).path("id").asText();
        done(Sandbox.INSPECTOR, "partner", "show", "h41-dung");
        done(Sandbox.OPERATOR, "partner", "resume", id, "--evidence", "Công văn 12/CV");
        Result proposed = done(
                Sandbox.OPERATOR,
                "partner",
                "terminate",
                "h41-dung",
                "--ground",
                "no-longer-needed",
                "--reason",
                "Hệ thống ngừng hoạt động",
                "--json");
        done(Sandbox.APPROVER, "proposal", "confirm", json(proposed).path("id").asText());
        done(Sandbox.INSPECTOR, "audit", "search", "--partner", "h41-dung");
    }

    @Test
    void takesEvidenceAway() {
        done(Sandbox.INSPECTOR, "seal", "keys");
        done(Sandbox.INSPECTOR, "seal", "list", "--limit", "3");
        done(Sandbox.INSPECTOR, "archive", "months");
        done(
                Sandbox.INSPECTOR,
                "audit",
                "report",
                "--partner",
                "h41-lgsp",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30");
        Result noFile = run(
                Sandbox.INSPECTOR,
                "audit",
                "report",
                "--partner",
                "h41-lgsp",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30",
                "--format",
                "xlsx");
        assertThat(noFile.exit()).isEqualTo(ExitCodes.USAGE);
    }

    private static Result done(Sandbox person, String... arguments) {
        Result result = run(person, arguments);
        assertThat(result.exit())
                .as(String.join(" ", arguments) + "\n" + result.err())
                .isZero();
        return result;
    }

    private static Result run(Sandbox person, String... arguments) {
        return DanCuCall.of(BUS.ports().http(), person).run(arguments);
    }

    private static JsonNode json(Result result) {
        try {
            return OperationArguments.JSON.readTree(result.out());
        } catch (IOException e) {
            throw new AssertionError(result.out(), e);
        }
    }
}
