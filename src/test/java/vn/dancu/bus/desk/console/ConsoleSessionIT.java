package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** Who comes into the console, how long, and what a form needs. */
class ConsoleSessionIT {

    private static final String COOKIE = "dancu-desk";

    private static RunningBus bus;
    private static int port;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        port = bus.ports().http();
    }

    @Test
    void leadsStrangersToTheSignInAndBackToThePageTheyWanted() {
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        assertThat(visitor.get("/desk/partners?state=ACTIVE").location()).isEqualTo("/desk/sign-in");
        visitor.get("/desk/sign-in");
        String before = visitor.cookie(COOKIE);

        ConsoleVisitor.Page signedIn = visitor.post("/desk/sign-in", credentials(Desk.Sandbox.CLERK));

        assertThat(signedIn.location()).isEqualTo("/desk/partners?state=ACTIVE");
        assertThat(visitor.cookie(COOKIE)).as("a new id").isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.setCookies())
                .singleElement()
                .asString()
                .contains("Path=/desk", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(acts("desk.signed_in")).contains("an.tiepnhan");
    }

    @Test
    void saysInWordsThatThePasswordIsWrongAndKeepsTheStrangerOut() {
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        visitor.get("/desk/sign-in");

        ConsoleVisitor.Page refused =
                visitor.post("/desk/sign-in", Map.of("account", "giang.chinhsach", "password", "x"));

        assertThat(refused.location()).isEqualTo("/desk/sign-in?problem=credentials_wrong");
        assertThat(visitor.get(refused.location()).body()).contains("role=\"alert\"");
        assertThat(visitor.get("/desk").location()).isEqualTo("/desk/sign-in");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);

        ConsoleVisitor.Page refused = visitor.post("/desk/theme", Map.of("to", "dark", "_csrf", "forged"));
        ConsoleVisitor.Page taken = visitor.post("/desk/theme", Map.of("to", "dark", "_page", "/desk/partners"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Biểu mẫu đã quá hạn");
        assertThat(taken.location()).isEqualTo("/desk/partners");
    }

    @Test
    void goesBackToNoPageOfAnother() {
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);

        for (String page : List.of("https://evil.example", "//evil.example", "/desk/../api", "/api/v1", "/desk/%0a")) {
            assertThat(visitor.post("/desk/theme", Map.of("to", "auto", "_page", page))
                            .location())
                    .isEqualTo("/desk");
        }
    }

    @Test
    void signsOutForGood() {
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(port, Desk.Sandbox.INSPECTOR);

        assertThat(visitor.post("/desk/sign-out", Map.of()).location()).isEqualTo("/desk/sign-in?left");

        assertThat(visitor.get("/desk").location()).isEqualTo("/desk/sign-in");
        assertThat(acts("desk.signed_out")).contains("khanh.thanhtra");
    }

    @Test
    void asksAScriptToGoToTheSignIn() {
        ConsoleVisitor.Page answer = new ConsoleVisitor(port).get("/desk", "HX-Request", "true");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("hx-redirect", List.of("/desk/sign-in"));
    }

    @Test
    void refusesThePageOfAnotherRoleInWords() {
        ConsoleVisitor clerk = ConsoleVisitor.signedIn(port, Desk.Sandbox.CLERK);

        ConsoleVisitor.Page page = clerk.get("/desk/messages");
        ConsoleVisitor.Page form = clerk.post("/desk/suspensions", Map.of("ground", "x", "reason", "x"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("role_missing", "<html");
        assertThat(form.status()).isEqualTo(403);
    }

    @Test
    void guardsEachPageByHeaders() {
        ConsoleVisitor.Page page =
                ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR).get("/desk");

        assertThat(page.headers().get("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().get("cache-control"))
                .singleElement()
                .asString()
                .contains("no-store");
        assertThat(page.body()).doesNotContain("style=\"", "onclick", "<script>");
    }

    @Test
    void speaksEnglishToWhoeverAsksForIt() {
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        assertThat(visitor.get("/desk/sign-in").body()).contains("<html lang=\"vi\"", "Đăng nhập");

        visitor.post("/desk/language", Map.of("to", "en", "_page", "/desk/sign-in"));

        assertThat(visitor.get("/desk/sign-in").body()).contains("<html lang=\"en\"", "Sign in");
    }

    private static Map<String, String> credentials(Desk.Sandbox account) {
        return Map.of("account", account.account(), "password", account.password());
    }

    private static List<String> acts(String action) {
        return bus.jdbc()
                .sql("select officer from audit.event where kind = 'ACT' and result = ?")
                .param(action)
                .query(String.class)
                .list();
    }
}
