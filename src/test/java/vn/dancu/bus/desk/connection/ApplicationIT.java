package vn.dancu.bus.desk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** One system from its letter to its check after connecting, over HTTP, by people of different roles. */
class ApplicationIT {

    private static RunningBus bus;
    private static Desk clerk;
    private static Desk approver;
    private static Desk secondApprover;
    private static Desk operator;
    private static Desk inspector;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        int port = bus.ports().http();
        clerk = Desk.at(port, Desk.Sandbox.CLERK);
        approver = Desk.at(port, Desk.Sandbox.APPROVER);
        secondApprover = Desk.at(port, Desk.Sandbox.SECOND_APPROVER);
        operator = Desk.at(port, Desk.Sandbox.OPERATOR);
        inspector = Desk.at(port, Desk.Sandbox.INSPECTOR);
    }

    @Test
    void goesThroughTheTenSteps() {
        assertThat(apply("h41-muoi-buoc", null).status()).isEqualTo(201);
        JsonNode steps = inspector.get("connection-steps").body().path("steps");
        assertThat(steps).hasSize(10);
        List<String> story = new ArrayList<>();
        for (JsonNode step : steps) {
            String id = step.path("id").asText();
            boolean credentials = step.path("effect").asText().equals("credentials");
            expect(submit("h41-muoi-buoc", step, Map.of()), "in-review");
            if (credentials) {
                assertThat(approve(operator, "h41-muoi-buoc", id).code()).isEqualTo("evidence_missing");
                issueCredential("h41-muoi-buoc");
            }
            for (JsonNode role : step.path("approvals")) {
                Desk person = role.asText().equals("operator") ? operator : approver;
                Desk.Answer answer = approve(person, "h41-muoi-buoc", id);
                if (answer.code().equals("already_approved")) {
                    answer = approve(secondApprover, "h41-muoi-buoc", id);
                }
                assertThat(answer.status()).as(id + " " + answer.body()).isEqualTo(200);
                story.add(id + " by " + role.asText() + " -> "
                        + answer.body().path("state").asText());
            }
        }

        assertThat(story)
                .contains("security by approver -> in-review", "go-live by operator -> live")
                .endsWith("check-after by approver -> checked");
        JsonNode end = inspector.get("applications/h41-muoi-buoc").body();
        assertThat(end.path("steps").findValuesAsText("standing")).containsOnly("done");
        assertThat(end.path("moves").findValuesAsText("kind")).startsWith("applied", "submitted", "approved");
        assertThat(stateOf("h41-muoi-buoc")).isEqualTo("ACTIVE");
        assertThat(actsOf("h41-muoi-buoc"))
                .contains(
                        "an.tiepnhan connection.applied",
                        "binh.duyet connection.step_approved",
                        "chi.duyet connection.step_approved",
                        "hoa.vanhanh connection.step_approved",
                        "hoa.vanhanh partner.went_live");
    }

    @Test
    void refusesWhoMayNotAndWhatIsOutOfOrder() {
        apply("h41-trat-tu", null);

        assertThat(approver.send("POST", "applications", Map.of()).code()).isEqualTo("role_missing");
        assertThat(clerk.send("POST", "applications", Map.of("partner", "x9")).code())
                .isEqualTo("field_missing");
        assertThat(apply("h41-trat-tu", null).code()).isEqualTo("resource_exists");
        assertThat(apply("h41-khac", "h99-tam-ngung").code()).isEqualTo("field_invalid");
        Desk.Answer early = approve(approver, "h41-trat-tu", "application");
        assertThat(early.code()).isEqualTo("move_not_allowed");
        assertThat(early.body().path("rule").asText()).contains("approve is possible from in-review");
        assertThat(approve(inspector, "h41-trat-tu", "application").code()).isEqualTo("role_missing");
        assertThat(approve(approver, "h41-trat-tu", "eleventh").code()).isEqualTo("resource_unknown");
        assertThat(approve(approver, "nobody-applied", "application").code()).isEqualTo("resource_unknown");
        assertThat(clerk.send(
                                "POST",
                                "applications/h41-trat-tu/steps/application/documents",
                                Map.of("documents", List.of()))
                        .code())
                .isEqualTo("evidence_missing");
    }

    @Test
    void refusesTheApprovalOfWhoeverApplied() {
        Desk both = Desk.withPassword(bus.ports().http(), "lan.tiepnhan", "sandbox-lan");
        both.send("POST", "applications", application("h41-tu-duyet", null));
        JsonNode first = inspector.get("connection-steps").body().path("steps").get(0);
        submit("h41-tu-duyet", first, Map.of());

        assertThat(approve(both, "h41-tu-duyet", "application").code()).isEqualTo("second_person_required");
        assertThat(approve(approver, "h41-tu-duyet", "application").status()).isEqualTo(200);
        assertThat(approve(approver, "h41-tu-duyet", "application").code()).isEqualTo("already_approved");
    }

    @Test
    void sendsBackRefusesAndListsWhatPressesFirst() {
        apply("h41-tra-lai", null);
        JsonNode first = inspector.get("connection-steps").body().path("steps").get(0);
        Desk.Answer handed = submit("h41-tra-lai", first, Map.of());
        assertThat(handed.body().path("dueOn").asText()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
        assertThat(handed.body().path("overdue").asBoolean()).isFalse();

        Desk.Answer back = clerk.send(
                "POST", "applications/h41-tra-lai/steps/application/return", Map.of("reason", "Thiếu chữ ký"));
        Desk.Answer list = inspector.get("applications?state=sent-back&limit=500");
        Desk.Answer refused =
                approver.send("POST", "applications/h41-tra-lai/refusal", Map.of("reason", "Không đúng chức năng"));

        assertThat(back.body().path("state").asText()).isEqualTo("sent-back");
        assertThat(back.body().path("reason").asText()).isEqualTo("Thiếu chữ ký");
        assertThat(list.body().path("items").findValuesAsText("partner")).contains("h41-tra-lai");
        assertThat(refused.body().path("state").asText()).isEqualTo("refused");
        assertThat(stateOf("h41-tra-lai")).isEqualTo("REFUSED");
    }

    private static Desk.Answer apply(String partner, @Nullable String via) {
        return clerk.send("POST", "applications", application(partner, via));
    }

    private static Map<String, Object> application(String partner, @Nullable String via) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "partner", partner, "authority", "000.00.00.H41", "name", "Hệ thống thử", "dialect", "official"));
        if (via != null) {
            body.put("via", via);
        }
        return body;
    }

    private static Desk.Answer submit(String partner, JsonNode step, Map<String, Object> more) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (JsonNode document : step.path("documents")) {
            if (!document.path("throughPlatform").asBoolean()) {
                Map<String, Object> one = new HashMap<>(Map.of(
                        "document",
                        document.path("id").asText(),
                        "reference",
                        "12/UBND",
                        "issuedOn",
                        "2026-11-02",
                        "sha256",
                        "ab".repeat(32)));
                one.putAll(more);
                documents.add(one);
            }
        }
        return clerk.send(
                "POST",
                "applications/" + partner + "/steps/" + step.path("id").asText() + "/documents",
                Map.of("documents", documents));
    }

    private static Desk.Answer approve(Desk person, String partner, String step) {
        return person.send("POST", "applications/" + partner + "/steps/" + step + "/approval", null);
    }

    private static void expect(Desk.Answer answer, String state) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("state").asText()).isEqualTo(state);
    }

    private static void issueCredential(String partner) {
        Desk.Answer issued = operator.send("POST", "partners/" + partner + "/credentials", Map.of("kind", "secret"));
        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
    }

    private static String stateOf(String partner) {
        return bus.jdbc()
                .sql("select state from partner.partner where id = ?")
                .param(partner)
                .query(String.class)
                .single();
    }

    private static List<String> actsOf(String partner) {
        return bus.jdbc()
                .sql("select officer || ' ' || result from audit.event where kind = 'ACT' and partner = ?")
                .param(partner)
                .query(String.class)
                .list();
    }
}
