package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

/** Who is let in by a token, and who is not. */
@AtTheDoors
class BearerIT {

    private static final String CATALOGUES = "/dmdc/AllCategory";

    private final ScriptedInquiries inquiries;
    private final InMemoryPartners partners;
    private final ShiftedClock clock;
    private final DoorsClient doors;

    BearerIT(
            @Autowired ScriptedInquiries inquiries,
            @Autowired InMemoryPartners partners,
            @Autowired ShiftedClock clock,
            @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.partners = partners;
        this.clock = clock;
        this.doors = new DoorsClient(port);
    }

    @BeforeEach
    void forgets() {
        inquiries.forget();
    }

    @AfterEach
    void setsAllRight() {
        clock.shift(Duration.ZERO);
        partners.with("h41-lgsp", "sandbox-h41", Partner.State.ACTIVE);
    }

    @Test
    void saysThatThereIsNoToken() {
        RawHttp.Answer answer = doors.send("POST " + DoorsClient.LOOKUP, DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"dancu\"");
        assertThat(DoorsClient.code(answer)).isEqualTo("credentials_missing");
        assertThat(inquiries.refusals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer abc|token_invalid",
                "Bearer a b|token_invalid",
                "Bearer |token_invalid",
                "Bearer|token_invalid",
                "Bearer ==|token_invalid",
                "Bearer abc=d|token_invalid",
                "Bearerabc|token_invalid",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJoNDEtbGdzcCJ9.|token_invalid",
                "Basic aDQxLWxnc3A6c2FuZGJveC1oNDE=|credentials_malformed",
                "Digest x|credentials_malformed"
            })
    void saysWhatIsWrongWithTheCredentials(String header, String code) {
        RawHttp.Answer answer =
                doors.send("POST " + DoorsClient.LOOKUP, DoorsClient.QUESTION, "Authorization: " + header);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers())
                .containsEntry("WWW-Authenticate", "Bearer realm=\"dancu\", error=\"invalid_token\"");
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
    }

    @Test
    void takesNoTokenThatWasChanged() {
        String[] parts = doors.token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("h41-lgsp", "g22-portal");
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];

        assertThat(DoorsClient.code(doors.ask(DoorsClient.LOOKUP, forged, DoorsClient.QUESTION)))
                .isEqualTo("token_invalid");
        assertThat(inquiries.contacts()).isEmpty();
    }

    @Test
    void saysThatTheTokenHasExpiredAndRecordsWhoseItWas() {
        String token = doors.token();
        clock.shift(Duration.ofMinutes(11));

        assertThat(DoorsClient.code(doors.ask(DoorsClient.LOOKUP, token, DoorsClient.QUESTION)))
                .isEqualTo("token_expired");
        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.contact().partner()).isNull();
            assertThat(recorded.contact().claimed()).isEqualTo(new PartnerId("h41-lgsp"));
        });
    }

    @Test
    void checksTheTimeOfATokenThatItKnowsToo() {
        String token = doors.token();
        assertThat(doors.get(CATALOGUES, token).status()).isEqualTo(200);
        clock.shift(Duration.ofMinutes(11));

        assertThat(DoorsClient.code(doors.get(CATALOGUES, token))).isEqualTo("token_expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer %s", "BEARER   %s", "Bearer %s  "})
    void readsTheSchemeInAnyCaseAndTheTokenWithoutTheBlanksAroundIt(String header) {
        RawHttp.Answer answer =
                doors.send("GET " + CATALOGUES, "", "Authorization: " + header.formatted(doors.token()));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED, partner_suspended", "TERMINATED, partner_terminated"})
    void letsNobodyInWhoWasStoppedAfterTheTokenWasTaken(Partner.State state, String code) {
        String token = doors.token();
        assertThat(doors.get(CATALOGUES, token).status()).isEqualTo(200);
        partners.with("h41-lgsp", "sandbox-h41", state);

        RawHttp.Answer answer = doors.ask(DoorsClient.LOOKUP, token, DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contact().partner()).isNotNull());
    }
}
