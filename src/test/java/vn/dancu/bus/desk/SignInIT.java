package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.IdentityProvider;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;

/** Who comes in at the desk: by password in the sandbox, by token of an identity provider, and nobody else. */
class SignInIT {

    private static IdentityProvider provider;
    private static RunningBus bus;
    private static int port;

    @BeforeAll
    static void start() {
        provider = IdentityProvider.start();
        bus = RunningBus.start(
                "--dancu.desk.oidc.issuer=" + provider.issuer(),
                "--dancu.desk.oidc.audience=" + IdentityProvider.AUDIENCE,
                "--dancu.desk.oidc.client-id=" + IdentityProvider.AUDIENCE,
                "--dancu.desk.oidc.client-secret=" + IdentityProvider.CONSOLE_SECRET);
        port = bus.ports().http();
        provider.admitConsole("http://127.0.0.1:" + port + "/desk/sign-in/callback");
    }

    @AfterAll
    static void stop() {
        bus.close();
        provider.close();
    }

    @Test
    void takesTheAccountsOfTheSandbox() {
        Desk.Answer answer = Desk.at(port, Desk.Sandbox.CLERK).get("account");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).startsWith("{\"name\":\"an.tiepnhan\",\"roles\":[\"onboarding-clerk\"]");
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void takesTheTokensOfTheIdentityProvider() {
        Desk.Answer answer =
                Desk.withToken(port, provider.token("Oanh.ThanhTra")).get("account");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).startsWith("{\"name\":\"oanh.thanhtra\",\"roles\":[\"inspector\"]");
    }

    @Test
    void signsInAtTheConsoleByTheCodeOfTheIdentityProvider() {
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        assertThat(visitor.get("/desk/sign-in").body()).contains("href=\"/desk/sign-in/provider\"");

        ConsoleVisitor.Page back = visitor.get(atProvider(visitor, "Oanh.ThanhTra"));

        assertThat(back.location()).isEqualTo("/desk");
        assertThat(visitor.get("/desk").body()).contains("oanh.thanhtra", "Thanh tra", "/desk/messages");
    }

    @Test
    void takesNoCodeThatSomebodyElseAskedForAndNoneTwice() {
        ConsoleVisitor victim = new ConsoleVisitor(port);
        victim.get("/desk/sign-in");
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        String callback = atProvider(visitor, "Oanh.ThanhTra");

        assertThat(victim.get(callback).location()).startsWith("/desk/sign-in?problem=");
        assertThat(visitor.get(callback).location()).isEqualTo("/desk");
        assertThat(new ConsoleVisitor(port).get(callback).location()).startsWith("/desk/sign-in?problem=");
    }

    @Test
    void showsWhoeverHasNoRoleOfTheDeskNothingAtTheConsole() {
        ConsoleVisitor visitor = new ConsoleVisitor(port);
        visitor.get(atProvider(visitor, "phuc.khongvaitro"));

        ConsoleVisitor.Page page = visitor.get("/desk");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("role_missing").doesNotContain("/desk/partners");
    }

    /** The address of the callback to which the provider sends somebody who signed in there. */
    private static String atProvider(ConsoleVisitor visitor, String person) {
        String start = visitor.get("/desk/sign-in/provider").location();
        String authorize = visitor.get(start).location();
        assertThat(authorize)
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "state=", "nonce=");
        String callback =
                visitor.get(authorize, IdentityProvider.PERSON_HEADER, person).location();
        assertThat(callback).contains("/desk/sign-in/callback?code=");
        return callback.substring(callback.indexOf("/desk"));
    }

    @Test
    void givesNobodyTheRoleOfTheBusOrOfAPartner() {
        Desk.Answer answer =
                Desk.withToken(port, provider.token("phuc.khongvaitro")).get("account");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("role_missing");
    }

    @Test
    void takesNoTokenOfAPartner() {
        String token = Tokens.fetch(port, "h41-lgsp", "sandbox-h41");

        Desk.Answer answer = Desk.withToken(port, token).get("account");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token_invalid");
    }

    @Test
    void isNoTokenAtTheDoorsOfPartners() {
        String token = provider.token("Oanh.ThanhTra");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /api/v1/citizens/lookup",
                List.of("Authorization: Bearer " + token, "Content-Type: application/json", "Content-Length: 2"),
                body);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("token_invalid");
    }

    @Test
    void takesNoPasswordOfAPartner() {
        Desk.Answer answer = Desk.withPassword(port, "h41-lgsp", "sandbox-h41").get("account");

        assertThat(answer.code()).isEqualTo("credentials_wrong");
    }

    @Test
    void saysWhatIsMissingOrMalformed() {
        assertThat(new Desk(port, null).get("account").code()).isEqualTo("credentials_missing");
        assertThat(new Desk(port, "Digest x").get("account").code()).isEqualTo("credentials_malformed");
        assertThat(new Desk(port, "Bearer x.y.z").get("account").code()).isEqualTo("token_invalid");
        assertThat(new Desk(port, "Basic ???").get("account").code()).isEqualTo("credentials_malformed");
    }

    @Test
    void tellsNobodyWhichAccountsThereAre() {
        Desk.Answer known = Desk.withPassword(port, "chi.duyet", "wrong").get("account");
        Desk.Answer unknown = Desk.withPassword(port, "ai.do", "wrong").get("account");
        Desk.Answer path = Desk.withPassword(port, "ai.do", "wrong").get("no/such/thing");

        assertThat(List.of(known, unknown, path)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("credentials_wrong");
        });
    }

    @Test
    void stopsListeningAfterFiveFailuresAndWritesOneRecord() {
        Desk guessing = Desk.withPassword(port, "hoa.vanhanh", "guess");
        for (int i = 0; i < 5; i++) {
            assertThat(guessing.get("account").code()).isEqualTo("credentials_wrong");
        }

        Desk.Answer right = Desk.at(port, Desk.Sandbox.OPERATOR).get("account");

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.code()).isEqualTo("sign_in_throttled");
        assertThat(right.headers()).containsKey("Retry-After");
        assertThat(records("account/hoa.vanhanh")).containsExactly("credentials_wrong");
    }

    @Test
    void writesNoNameThatIsNoAccount() {
        Desk.withPassword(port, "mat-khau-cua-toi", "x").get("account");

        assertThat(bus.jdbc()
                        .sql("select count(*) from audit.event where event like '%mat-khau-cua-toi%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(records("account/unknown")).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void refusesWhatAPageOfSomebodyElseSends() {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "GET /api/v1/admin/account",
                List.of(
                        "Authorization: " + Desk.at(port, Desk.Sandbox.CLERK).authorization(),
                        "Sec-Fetch-Site: cross-site"),
                new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("header_invalid");
    }

    private static List<String> records(String account) {
        return bus.jdbc()
                .sql(
                        """
                        select d -> 'detail' ->> 'code' as code
                        from audit.event e, lateral (select e.event::jsonb -> 'data' as d) as parsed
                        where kind = 'ACT' and result = 'desk.sign_in_refused' and d ->> 'subject' = :account""")
                .params(Map.of("account", account))
                .query(String.class)
                .list();
    }
}
