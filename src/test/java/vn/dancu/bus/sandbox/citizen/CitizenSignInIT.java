package vn.dancu.bus.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.CitizenVisitor;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The sign-in at the portal page: what is wrong with an account or a token, and what attackers try. */
class CitizenSignInIT {

    private static final String SESSION = "dancu-citizen";

    private static RunningBus bus;
    private static PortalAccount account;
    private static String page;
    private static String issuers;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        account = PortalAccount.of(bus, 0);
        page = account.page();
        issuers = account.issuers();
    }

    @AfterEach
    void noFaults() {
        RawHttp.send(bus.ports().signIn(), "DELETE /faults", List.of("Content-Length: 0"), new byte[0]);
    }

    @Test
    void showsNothingWithoutASignIn() {
        CitizenVisitor stranger = new CitizenVisitor();

        assertThat(stranger.get(page + "/record").location()).isEqualTo(page);
        CitizenVisitor.Page home = stranger.open(page);
        assertThat(home.body()).contains("/sandbox/citizen/sign-in/portal", "/sandbox/citizen/sign-in/eid");
        assertThat(home.headers().get("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(home.headers().get("cache-control")).contains("no-store");
    }

    @Test
    void saysInPlainWordsWhatIsWrongWithAnAccount() {
        assertThat(account.signIn(new CitizenVisitor(), "portal", "OTHER_NAME").body())
                .contains("không khớp với cơ sở dữ liệu quốc gia", "Khác nhau ở: họ tên", "citizen_not_matched")
                .doesNotContain(account.citizen().soDinhDanh());
        assertThat(account.signIn(new CitizenVisitor(), "eid", "OTHER_BIRTH_DATE")
                        .body())
                .contains("Khác nhau ở: ngày sinh");
        assertThat(account.signIn(new CitizenVisitor(), "eid", "UNKNOWN_NUMBER").body())
                .contains("Khác nhau ở: số định danh");
        CitizenVisitor organisation = new CitizenVisitor();
        organisation.open(page + "/sign-in/portal");
        assertThat(organisation
                        .submit(issuers + "/sign-in", account.form("AGREES", "2", "2"))
                        .body())
                .contains("hãy dùng tài khoản cá nhân");
    }

    @Test
    void speaksEnglishToo() {
        CitizenVisitor visitor = new CitizenVisitor();
        assertThat(visitor.open(page + "/language/en").body()).contains("lang=\"en\"", "My population data");

        assertThat(account.signIn(visitor, "portal", "OTHER_NAME").body())
                .contains("Your account does not agree", "Different: name");
    }

    @Test
    void asksForANewSignInWhenTheTokenIsNoGood() {
        order("{\"expired\":1}");
        assertThat(account.signIn(new CitizenVisitor(), "portal", "AGREES").body())
                .contains("Phiên đăng nhập đã hết hạn", "citizen_token_expired");
        order("{\"future\":1}");
        assertThat(account.signIn(new CitizenVisitor(), "portal", "AGREES").body())
                .contains("citizen_token_invalid");
        order("{\"other-audience\":1}");
        assertThat(account.signIn(new CitizenVisitor(), "eid", "AGREES").body()).contains("citizen_token_invalid");
        order("{\"other-nonce\":1}");
        assertThat(account.signIn(new CitizenVisitor(), "eid", "AGREES")
                        .address()
                        .getQuery())
                .as("the portal itself takes no token of another sign-in")
                .isEqualTo("failed");
    }

    @Test
    void takesNoCodeThatSomebodyElseAskedForAndNoneTwice() {
        CitizenVisitor attacker = new CitizenVisitor();
        String callback = callback(attacker);
        CitizenVisitor victim = new CitizenVisitor();
        victim.get(page + "/sign-in/portal");

        assertThat(victim.get(callback).location()).as("another state").isEqualTo(page + "?failed");
        assertThat(new CitizenVisitor().get(callback).location())
                .as("no sign-in begun")
                .isEqualTo(page + "?failed");
        assertThat(attacker.get(callback.replace("/portal?", "/eid?")).location())
                .as("another issuer than it was begun at")
                .isEqualTo(page + "?failed");
        assertThat(victim.get(page + "/record").location()).isEqualTo(page);

        String again = callback(attacker);
        assertThat(attacker.get(again).location()).isEqualTo(page + "/record");
        assertThat(attacker.get(again).location()).as("used before").isEqualTo(page + "?failed");
    }

    @Test
    void leavesNothingToASessionThatSomebodyPlanted() {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(page + "/language/vi");
        String planted = visitor.cookie(SESSION);
        assertThat(planted).isNotEmpty();

        account.signIn(visitor, "portal", "AGREES");

        assertThat(visitor.cookie(SESSION)).isNotEmpty().isNotEqualTo(planted);
        RawHttp.Answer answer = RawHttp.send(
                bus.ports().http(),
                "GET /sandbox/citizen/record",
                List.of("Cookie: " + SESSION + "=" + planted),
                new byte[0]);
        assertThat(answer.status()).as("the planted session shows nothing").isEqualTo(302);
    }

    @Test
    void leadsNowhereElse() {
        CitizenVisitor visitor = new CitizenVisitor();
        assertThat(visitor.get(page + "/sign-in/https%3A%2F%2Fexample.vn").location())
                .doesNotContain("example.vn");
        assertThat(visitor.get(page + "/sign-in/portal?redirect_uri=https://example.vn/&action=x")
                        .location())
                .startsWith(issuers + "/oauth2/authorize?")
                .doesNotContain("example.vn");
        RawHttp.Answer host = RawHttp.send(
                bus.ports().http(),
                "GET /sandbox/citizen/sign-in/portal",
                List.of("X-Forwarded-Host: example.vn"),
                new byte[0]);
        assertThat(host.headers().get("Location")).startsWith(issuers).doesNotContain("example.vn");
    }

    @Test
    void takesNoFormOfAnotherSite() {
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "portal", "AGREES");

        CitizenVisitor.Page forged =
                visitor.post(page + "/related", Map.of("number", "999000000000", "_csrf", "made-up"));

        assertThat(forged.location()).isEqualTo(page);
        assertThat(visitor.get(page + "/record").status()).as("still signed in").isEqualTo(200);
    }

    private static void order(String plan) {
        byte[] body = plan.getBytes(StandardCharsets.UTF_8);
        assertThat(RawHttp.send(bus.ports().signIn(), "PUT /faults", List.of("Content-Length: " + body.length), body)
                        .status())
                .isEqualTo(200);
    }

    /** The address at the portal to which the issuer sends a browser that has just signed in. */
    private static String callback(CitizenVisitor visitor) {
        String authorize = visitor.get(page + "/sign-in/portal").location();
        assertThat(authorize).contains("state=", "nonce=", "code_challenge_method=S256", "acr_values=LoA1");
        CitizenVisitor.Page answer = visitor.get(authorize);
        if (answer.location().endsWith("/sign-in")) {
            visitor.open(answer.location());
            answer = visitor.get(visitor.post(issuers + "/sign-in", account.form("AGREES", "2", "1"))
                    .location());
        }
        return answer.location();
    }
}
