package vn.dancu.bus.desk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.conformance.ConformanceSuite;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.signing.JwsSigner;

/** Where a result of conformance is demanded, nobody goes live without one. */
class ConformanceGateIT {

    private static final String TARGET = "https://thu-nghiem.example.invalid";
    private static final String HASH = "ab".repeat(32);

    private static RunningBus bus;
    private static JwsSigner signer;
    private static JwsSigner stranger;
    private static Desk clerk;
    private static Desk approver;
    private static Desk secondApprover;
    private static Desk operator;

    @BeforeAll
    static void start() throws Exception {
        KeyPair pair = pair();
        Path folder = RunningBus.newFolder("conformance-");
        Path file = Files.writeString(
                folder.resolve("key.pem"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        signer = new JwsSigner(pem("PRIVATE KEY", pair.getPrivate().getEncoded()), "kiem-thu");
        stranger = new JwsSigner(pem("PRIVATE KEY", pair().getPrivate().getEncoded()), "kiem-thu");
        bus = RunningBus.start(
                "--dancu.partner.conformance.required=true",
                "--dancu.partner.conformance.max-age=2d",
                "--dancu.partner.conformance.targets=" + TARGET,
                "--dancu.partner.conformance.keys.kiem-thu=file:" + file.toAbsolutePath());
        int port = bus.ports().http();
        clerk = Desk.at(port, Desk.Sandbox.CLERK);
        approver = Desk.at(port, Desk.Sandbox.APPROVER);
        secondApprover = Desk.at(port, Desk.Sandbox.SECOND_APPROVER);
        operator = Desk.at(port, Desk.Sandbox.OPERATOR);
    }

    @AfterAll
    static void stop() {
        bus.close();
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }

    private static ConformanceResult result(String partner, String target, Instant ended, String failed) {
        List<CaseResult> cases = new ArrayList<>();
        for (String id : new ConformanceSuite(Clock.systemUTC()).mandatory()) {
            Outcome outcome =
                    id.equals(failed) ? Outcome.FAILED : id.startsWith("XR-") ? Outcome.SKIPPED : Outcome.PASSED;
            cases.add(new CaseResult(id, true, "Ca " + id, "Case " + id, "PR-SOAP", "x", "y", outcome, 1));
        }
        return new ConformanceResult(
                UUID.randomUUID().toString(), 1, target, partner, ended.minusSeconds(60), ended, cases);
    }

    private static Desk.Answer handIn(Desk person, String partner, JwsSigner by, ConformanceResult result) {
        return person.send(
                "POST",
                "applications/" + partner + "/conformance-results",
                Map.of("jws", by.sign(result.json()).compact()));
    }

    private static void apply(String partner) {
        assertThat(clerk.send(
                                "POST",
                                "applications",
                                Map.of(
                                        "partner",
                                        partner,
                                        "authority",
                                        "H41",
                                        "name",
                                        "Hệ thống thử",
                                        "dialect",
                                        "official"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesAResultThatDoesNotCount() {
        apply("h41-khong-tinh");
        Instant now = Instant.now();
        ConformanceResult right = result("h41-khong-tinh", TARGET, now, "");

        assertThat(handIn(clerk, "h41-khong-tinh", stranger, right).code()).isEqualTo("signature_invalid");
        assertThat(handIn(clerk, "khong-co", signer, right).code()).isEqualTo("resource_unknown");
        assertThat(field(handIn(clerk, "h41-khong-tinh", signer, result("h41-lgsp", TARGET, now, ""))))
                .isEqualTo("partner");
        assertThat(field(handIn(clerk, "h41-khong-tinh", signer, result("h41-khong-tinh", "http://khac", now, ""))))
                .isEqualTo("target");
        assertThat(field(handIn(
                        clerk,
                        "h41-khong-tinh",
                        signer,
                        result("h41-khong-tinh", TARGET, now.minus(Duration.ofDays(3)), ""))))
                .isEqualTo("ended");
        Desk.Answer failed = handIn(clerk, "h41-khong-tinh", signer, result("h41-khong-tinh", TARGET, now, "FT-07"));
        assertThat(failed.code()).isEqualTo("conformance_failed");
        assertThat(failed.body().path("rule").asText()).contains("FT-07");
        ConformanceResult fewer = new ConformanceResult(
                "r", 1, TARGET, "h41-khong-tinh", now, now, right.cases().subList(0, 3));
        assertThat(handIn(clerk, "h41-khong-tinh", signer, fewer).code()).isEqualTo("conformance_failed");
        assertThat(clerk.send("POST", "applications/h41-khong-tinh/conformance-results", Map.of("jws", "a.b.c"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(clerk.get("applications/h41-khong-tinh/conformance-results").body())
                .isEmpty();
    }

    @Test
    void goesLiveWithASignedResultAndNotWithout() throws IOException {
        String partner = "h41-co-ket-qua";
        apply(partner);
        workToGoLive(partner);

        bus.jdbc()
                .sql("update partner.conformance_result set ended_at = ended_at - interval '3 days',"
                        + " document = regexp_replace(document, '\"ended\" : \"[^\"]*\"', '\"ended\" : \"2026-01-01T00:00:00Z\"')"
                        + " where partner = ?")
                .param(partner)
                .update();
        approve(approver, partner, "go-live");
        assertThat(approve(operator, partner, "go-live").code()).isEqualTo("conformance_missing");

        handIn(clerk, partner, signer, result(partner, TARGET, Instant.now(), ""));
        Desk.Answer live = approve(operator, partner, "go-live");
        assertThat(live.body().path("state").asText())
                .as(live.body().toString())
                .isEqualTo("live");
        assertThat(clerk.get("applications/" + partner + "/conformance-results").body())
                .hasSize(2);
        assertThat(bus.jdbc()
                        .sql(
                                "select count(*) from audit.event where result = 'connection.conformance_received' and partner = ?")
                        .param(partner)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesOneDocumentOfARun() {
        String partner = "h41-hai-lan";
        apply(partner);
        ConformanceResult run = result(partner, TARGET, Instant.now(), "");
        Map<String, String> signed = Map.of("jws", signer.sign(run.json()).compact());
        String address = "applications/" + partner + "/conformance-results";

        assertThat(clerk.send("POST", address, signed).status()).isEqualTo(200);
        assertThat(clerk.send("POST", address, signed).status())
                .as("the same once more")
                .isEqualTo(200);
        assertThat(handIn(clerk, partner, signer, run).code())
                .as("signed once more, under another hash")
                .isEqualTo("resource_exists");
        assertThat(clerk.get(address).body()).hasSize(1);
    }

    private static void workToGoLive(String partner) throws IOException {
        JsonNode steps = clerk.get("connection-steps").body().path("steps");
        String hash = HASH;
        for (JsonNode step : steps) {
            String id = step.path("id").asText();
            if (id.equals("conformance")) {
                assertThat(submit(partner, step, HASH).code()).isEqualTo("conformance_missing");
                Desk.Answer received = handIn(clerk, partner, signer, result(partner, TARGET, Instant.now(), ""));
                assertThat(received.status()).as(received.body().toString()).isEqualTo(200);
                hash = received.body().path("sha256").asText();
            }
            assertThat(submit(partner, step, id.equals("conformance") ? hash : HASH)
                            .status())
                    .as(id)
                    .isEqualTo(200);
            if (step.path("effect").asText().equals("credentials")) {
                operator.send("POST", "partners/" + partner + "/credentials", Map.of("kind", "secret"));
            }
            if (id.equals("go-live")) {
                break;
            }
            approveAll(partner, step);
        }
    }

    private static void approveAll(String partner, JsonNode step) {
        for (JsonNode role : step.path("approvals")) {
            Desk person = role.asText().equals("operator") ? operator : approver;
            Desk.Answer answer = approve(person, partner, step.path("id").asText());
            if (answer.code().equals("already_approved")) {
                answer = approve(secondApprover, partner, step.path("id").asText());
            }
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
    }

    private static Desk.Answer approve(Desk person, String partner, String step) {
        return person.send("POST", "applications/" + partner + "/steps/" + step + "/approval", Map.of());
    }

    private static Desk.Answer submit(String partner, JsonNode step, String hash) {
        List<Map<String, String>> documents = new ArrayList<>();
        for (JsonNode document : step.path("documents")) {
            if (!document.path("throughPlatform").asBoolean()) {
                documents.add(Map.of(
                        "document",
                        document.path("id").asText(),
                        "reference",
                        "1/VB",
                        "issuedOn",
                        "2026-11-01",
                        "sha256",
                        hash));
            }
        }
        return clerk.send(
                "POST",
                "applications/" + partner + "/steps/" + step.path("id").asText() + "/documents",
                Map.of("documents", documents));
    }

    private static String field(Desk.Answer answer) {
        assertThat(answer.code()).isEqualTo("field_invalid");
        return answer.body().path("field").asText();
    }
}
