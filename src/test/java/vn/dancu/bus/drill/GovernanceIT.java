package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.fixtures.GovernedPartner.json;
import static vn.dancu.bus.fixtures.GovernedPartner.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.Tokens;

/**
 * One partner's whole life over the API and the command, by people of different roles, on two instances. The log is
 * {@code target/governance-story.txt}.
 */
@EnabledIfSystemProperty(named = "test.drills", matches = "long", disabledReason = "half a minute: -Plong")
class GovernanceIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Story STORY = new Story(Path.of("target/governance-story.txt"));
    private static final String PARTNER = "h41-mot-cua";

    /** The broker's own account of the hub; on the bus the partner gets the one that the operator issues. */
    private static final String HUB_SECRET = "sandbox-mot-cua";

    private static RunningBus first;
    private static SecondInstance second;
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        folder = RunningBus.newFolder("governance-");
        String[] settings = StoryHub.settings(folder, PARTNER, HUB_SECRET);
        first = RunningBus.start(settings);
        second = SecondInstance.beside(first, settings);
        STORY.tell("Two instances run: A and B, on one PostgreSQL, one Artemis and one Kafka");
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @Test
    void goesFromTheApplicationToTheEnd() throws IOException {
        String secret = connect();
        publish("HoVaTen");
        StoryDoors doors = new StoryDoors(first, second.http(), PARTNER, secret, HUB_SECRET);
        String token = Tokens.fetch(second.http(), PARTNER, secret);
        RawHttp.Answer answer = firstAnswer(doors, token);
        addAField(doors, token);
        String suspension = suspend(doors, token);
        resume(doors, token, suspension);
        verify(answer.headers().get("DanCu-Event-Id"));
        terminate(doors, token);
    }

    /** The steps up to go-live; what the operator issued on the way. */
    private static String connect() {
        expect(201, clerk().send("POST", "applications", StoryHub.application(PARTNER)));
        STORY.tell("onboarding clerk an.tiepnhan applies for " + PARTNER);
        String secret = "";
        for (JsonNode step : clerk().get("connection-steps").body().path("steps")) {
            String id = step.path("id").asText();
            String path = "applications/" + PARTNER + "/steps/" + id;
            expect(200, clerk().send("POST", path + "/documents", StoryHub.documents(step)));
            if (step.path("effect").asText().equals("credentials")) {
                JsonNode issued = expect(
                        201, operator().send("POST", "partners/" + PARTNER + "/credentials", Map.of("kind", "secret")));
                secret = issued.path("secret").asText();
                STORY.tell("operator hoa.vanhanh issues a secret, shown once");
            }
            STORY.tell("step " + id + ": clerk hands in, " + approve(path, step));
            if (step.path("effect").asText().equals("go-live")) {
                break;
            }
        }
        assertThat(clerk().get("applications/" + PARTNER).body().path("state").asText())
                .isEqualTo("live");
        STORY.tell(PARTNER + " is live");
        return secret;
    }

    private static String approve(String path, JsonNode step) {
        List<String> approved = new ArrayList<>();
        for (JsonNode role : step.path("approvals")) {
            Desk person = role.asText().equals("operator") ? operator() : approver();
            Desk.Answer answer = person.send("POST", path + "/approval", null);
            if (answer.code().equals("already_approved")) {
                answer = desk(Sandbox.SECOND_APPROVER).send("POST", path + "/approval", null);
            }
            expect(200, answer);
            approved.add(role.asText());
        }
        return String.join(" and ", approved) + " approve";
    }

    private static void publish(String... fields) {
        Desk author = desk(Sandbox.POLICY_MANAGER);
        long draft = expect(201, author.send("POST", "policy/drafts", Map.of("note", "Quyền của " + PARTNER)))
                .path("id")
                .asLong();
        JsonNode findings = expect(
                200, author.send("PUT", "policy/drafts/" + draft + "/partners/" + PARTNER, rights(Map.of(), fields)));
        assertThat(findings.path("findings")).isEmpty();
        assertThat(author.send("POST", "policy/drafts/" + draft + "/publish", null)
                        .code())
                .isEqualTo("second_person_required");
        JsonNode version = expect(
                200, desk(Sandbox.SECOND_POLICY_MANAGER).send("POST", "policy/drafts/" + draft + "/publish", null));
        STORY.tell("policy manager dung.chinhsach writes " + String.join(", ", fields)
                + "; giang.chinhsach publishes version "
                + version.path("number").asLong());
    }

    private static RawHttp.Answer firstAnswer(StoryDoors doors, String token) {
        long from = System.nanoTime();
        STORY.until(from, "B knows the partner's rights", () -> doors.ask(token).status() == 200);
        RawHttp.Answer answer = doors.ask(token);
        JsonNode citizen = json(answer).at("/congDan/0");
        assertThat(citizen.has("hoVaTen")).isTrue();
        assertThat(citizen.has("gioiTinh")).isFalse();
        STORY.tell("first answer from B: hoVaTen, no gioiTinh; event "
                + answer.headers().get("DanCu-Event-Id"));
        return answer;
    }

    private static void addAField(StoryDoors doors, String token) {
        publish("HoVaTen", "GioiTinh");
        long from = System.nanoTime();
        Duration took = STORY.until(from, "published at A, gioiTinh is in the answer of B", () -> json(doors.ask(token))
                .at("/congDan/0")
                .has("gioiTinh"));
        assertThat(took).isLessThan(PROMISED);
    }

    private static String suspend(StoryDoors doors, String token) {
        Map<String, Object> order = Map.of(
                "partner", PARTNER,
                "ground", "security-risk",
                "reason", "Có dấu hiệu lộ tài khoản kết nối",
                "returnCondition", "Đổi khóa bí mật, báo cáo kiểm tra");
        JsonNode suspension = expect(201, operator().send("POST", "suspensions", order));
        long from = System.nanoTime();
        STORY.tell("operator hoa.vanhanh suspends at A; B refuses at every door:");
        assertThat(doors.all(STORY, from, token, "partner_suspended", true)).isLessThan(PROMISED);
        return suspension.path("id").asText();
    }

    private static void resume(StoryDoors doors, String token, String suspension) {
        JsonNode proposal = expect(
                202,
                operator().send("POST", "suspensions/" + suspension + "/resume", Map.of("evidence", "Báo cáo 15/BC")));
        STORY.tell("operator asks to resume, with evidence; for a security risk a second person decides");
        expect(200, approver().send("POST", "proposals/" + proposal.path("id").asText() + "/confirm", null));
        long from = System.nanoTime();
        STORY.tell("approver binh.duyet confirms at A; B lets in at every door:");
        assertThat(doors.all(STORY, from, token, "partner_suspended", false)).isLessThan(PROMISED);
    }

    private static void verify(String event) throws IOException {
        DanCuCommand inspector = DanCuCommand.of(first.ports().http(), Sandbox.INSPECTOR);
        Path proof = folder.resolve("proof.json");
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> inspector
                                .run("audit", "proof", event, "--out", proof.toString())
                                .exit()
                        == 0);
        String key = desk(Sandbox.INSPECTOR)
                .get("audit/seal-keys")
                .body()
                .at("/items/0/fingerprint")
                .asText();
        DanCuCommand offline = new DanCuCommand().with("DANCU_URL", "http://127.0.0.1:1");
        DanCuCommand.Result right = offline.run("audit", "verify", proof.toString(), "--key", key, "--lang", "en");
        assertThat(right.exit()).as(right.out() + right.err()).isZero();
        STORY.tell("inspector khanh.thanhtra takes the proof of the first answer; dancu audit verify, offline: "
                + right.out().lines().findFirst().orElse(""));
        Path changed = Files.writeString(
                folder.resolve("changed.json"), Files.readString(proof).replace("canbo01", "canbo02"));
        DanCuCommand.Result wrong = offline.run("audit", "verify", changed.toString(), "--key", key, "--lang", "en");
        assertThat(wrong.exit()).isEqualTo(1);
        STORY.tell("the same with another officer written in: "
                + wrong.out().lines().reduce((one, last) -> last).orElse(""));
    }

    private static void terminate(StoryDoors doors, String token) {
        JsonNode proposal = expect(
                202,
                operator()
                        .send(
                                "POST",
                                "partners/" + PARTNER + "/terminate",
                                Map.of("ground", "no-longer-needed", "reason", "Hệ thống ngừng hoạt động")));
        String confirm = "proposals/" + proposal.path("id").asText() + "/confirm";
        STORY.tell("operator proposes to terminate");
        expect(200, desk(Sandbox.SECOND_APPROVER).send("POST", confirm, null));
        long from = System.nanoTime();
        STORY.tell("approver chi.duyet confirms at A; B refuses at every door:");
        assertThat(doors.all(STORY, from, token, "partner_terminated", true)).isLessThan(PROMISED);
    }

    private static Desk desk(Sandbox person) {
        return Desk.at(first.ports().http(), person);
    }

    private static Desk clerk() {
        return desk(Sandbox.CLERK);
    }

    private static Desk approver() {
        return desk(Sandbox.APPROVER);
    }

    private static Desk operator() {
        return desk(Sandbox.OPERATOR);
    }

    private static JsonNode expect(int status, Desk.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.body();
    }
}
