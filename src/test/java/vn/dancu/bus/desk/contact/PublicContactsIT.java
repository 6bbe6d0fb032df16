package vn.dancu.bus.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The register of contacts over HTTP: published at the desk, read by everybody. */
class PublicContactsIT {

    private static int port;

    @BeforeAll
    static void start() {
        port = RunningBus.shared().ports().http();
    }

    @Test
    void readsTheSeedOfTheSandboxWithoutSigningIn() throws Exception {
        RawHttp.Answer answer = get("/api/v1/contacts", List.of());
        JsonNode h41 = json(get("/api/v1/contacts/000.00.00.H41", List.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(json(answer).path("items").findValuesAsText("olderCode")).contains("000.00.00.H41", "000.00.00.G22");
        assertThat(h41.path("authority").path("code").asText()).isEqualTo("H41");
        assertThat(h41.path("officers").get(0).path("email").asText()).isEqualTo("dau-moi@h41.example");
        assertThat(h41.path("readiness").get(0).path("modes").toString())
                .isEqualTo("[\"online-call\",\"synchronised\"]");
        assertThat(h41.path("services").get(0).path("publishBy").asText()).isEqualTo("2026-03-03");
    }

    @Test
    void answersNothingNewByTheTagOfWhatWasRead() {
        String tag = get("/api/v1/contacts/G22", List.of()).headers().get("ETag");

        RawHttp.Answer again = get("/api/v1/contacts/G22", List.of("If-None-Match: " + tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void publishesAVersionAndKeepsTheOneBefore() throws Exception {
        Desk clerk = Desk.at(port, Desk.Sandbox.CLERK);
        clerk.send(
                "POST",
                "authorities",
                Map.of("code", "000.00.07.H41", "kind", "province", "name", "Sở Thử <b>nghiệm</b>"));

        Desk.Answer first = clerk.send("PUT", "contacts/H41.07", sheet(0, "Nguyễn Văn Thử"));
        Desk.Answer stale = clerk.send("PUT", "contacts/H41.07", sheet(0, "Ai Đó"));
        Desk.Answer second = clerk.send("PUT", "contacts/H41.07", sheet(1, "Trần Thị Nghiệm"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("changedBy").asText()).isEqualTo("an.tiepnhan");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("version_outdated");
        assertThat(second.body().path("version").asInt()).isEqualTo(2);

        RawHttp.Answer history = get("/api/v1/contacts/H41.07/history", List.of());
        assertThat(json(history).path("items").findValuesAsText("name")).contains("Nguyễn Văn Thử", "Trần Thị Nghiệm");
        assertThat(json(history).path("items").get(0).path("changed").toString())
                .isEqualTo("[\"officers\"]");
        assertThat(history.body()).as("accounts are not for the public").doesNotContain("an.tiepnhan");
        assertThat(clerk.get("contacts/H41.07/history").body().toString()).contains("an.tiepnhan");

        assertThat(get("/contacts/H41.07", List.of()).body())
                .contains("Trần Thị Nghiệm", "Sở Thử &lt;b&gt;nghiệm&lt;/b&gt;")
                .doesNotContain("Nguyễn Văn Thử", "<b>");
        assertThat(get("/contacts/H41.07/versions/1", List.of()).body())
                .contains("Nguyễn Văn Thử", "Đây là phiên bản cũ.");
    }

    @Test
    void servesPagesThatRunNothing() {
        RawHttp.Answer page = get("/contacts", List.of());
        RawHttp.Answer style = get("/contacts/contacts.css", List.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.headers().get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
                        + "frame-ancestors 'none'");
        assertThat(page.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .doesNotContainKey("Set-Cookie");
        assertThat(page.body()).contains("Ủy ban nhân dân tỉnh Nghệ An (giả lập)", "href=\"/contacts/H41\"");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.headers().get("Content-Type")).startsWith("text/css");
    }

    @Test
    void saysWhatIsNotThereInTheFormOfTheDoor() {
        assertThat(get("/api/v1/contacts/H77", List.of()).status()).isEqualTo(404);
        assertThat(get("/api/v1/contacts/H77", List.of()).body()).contains("resource_unknown");
        assertThat(get("/contacts/H77", List.of()).status()).isEqualTo(404);
        assertThat(get("/contacts/H77", List.of()).body()).contains("Không có trong danh bạ", "lang=\"vi\"");
        assertThat(get("/contacts/H41/versions/900", List.of()).status()).isEqualTo(404);
        assertThat(get("/api/v1/contacts?after=nghe-an", List.of()).status()).isEqualTo(400);
        assertThat(RawHttp.send(port, "POST /api/v1/contacts", List.of("Content-Length: 0"), new byte[0])
                        .status())
                .isEqualTo(405);
    }

    @Test
    void letsOnlyTheClerkPublish() {
        Desk.Answer answer = Desk.at(port, Desk.Sandbox.APPROVER).send("PUT", "contacts/H41", sheet(1, "Ai Đó"));
        Desk.Answer odd = Desk.at(port, Desk.Sandbox.CLERK)
                .send("PUT", "contacts/H41", Map.of("basedOn", 1, "officers", List.of(), "readiness", List.of()));

        assertThat(answer.code()).isEqualTo("role_missing");
        assertThat(odd.code()).isEqualTo("field_missing");
    }

    private static Map<String, Object> sheet(int basedOn, String officer) {
        return Map.of(
                "basedOn", basedOn,
                "officers",
                        List.of(Map.of(
                                "name", officer,
                                "position", "Chuyên viên",
                                "duty", "Đầu mối",
                                "phone", "0999 000 007",
                                "email", "dau-moi@h41.example")),
                "readiness",
                        List.of(Map.of("subject", "Danh mục", "since", "2026-11-02", "modes", List.of("packaged"))),
                "services", List.of());
    }

    private static RawHttp.Answer get(String path, List<String> headers) {
        return RawHttp.send(port, "GET " + path, headers, new byte[0]);
    }

    private static JsonNode json(RawHttp.Answer answer) throws Exception {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
