package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.PartnerId;

@AtTheDoors
class TokenIT {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private final ScriptedInquiries inquiries;
    private final int port;
    private final DoorsClient doors;

    TokenIT(@Autowired ScriptedInquiries inquiries, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.port = port;
        this.doors = new DoorsClient(port);
    }

    @BeforeEach
    void forgets() {
        inquiries.forget();
    }

    @Test
    void givesASignedTokenThatLivesTenMinutes() throws ParseException {
        RawHttp.Answer answer = Tokens.ask(port, "h41-lgsp", "sandbox-h41");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Cache-Control")).contains("no-store");
        SignedJWT token =
                SignedJWT.parse(DoorsClient.json(answer).path("access_token").asText());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("h41-lgsp");
        Instant issued = token.getJWTClaimsSet().getIssueTime().toInstant();
        Instant expires = token.getJWTClaimsSet().getExpirationTime().toInstant();
        assertThat(Duration.between(issued, expires)).isEqualTo(Duration.ofMinutes(10));
        assertThat(inquiries.refusals()).isEmpty();
    }

    @Test
    void takesTheSecretInTheBodyToo() {
        RawHttp.Answer answer = doors.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "h41-lgsp", "client_secret", "sandbox-h41"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(DoorsClient.json(answer).path("token_type").asText()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "h41-lgsp, wrong,        401, invalid_client,      credentials_wrong",
        "h99-nobody, anything,   401, invalid_client,      partner_unknown",
        "Not_A_Partner, x,       401, invalid_client,      partner_unknown",
        "x01-held, secret-held,  400, unauthorized_client, partner_suspended",
        "x02-gone, secret-gone,  400, unauthorized_client, partner_terminated",
        "x01-held, wrong,        401, invalid_client,      credentials_wrong"
    })
    void refusesWithTheStandardErrorAndOurCode(String id, String secret, int status, String error, String code) {
        RawHttp.Answer answer = Tokens.ask(port, id, secret);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(DoorsClient.json(answer).path("error").asText()).isEqualTo(error);
        assertThat(DoorsClient.json(answer).path("error_description").asText()).isNotBlank();
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(answer.headers().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.refusal().code().code()).isEqualTo(code);
            assertThat(recorded.refusal().occurrence())
                    .hasToString(DoorsClient.json(answer).path("occurrence").asText());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b%c%41", "a%2Bb%25c%2541", "%61%2bb%25c%2541"})
    void takesASecretWithSignsOverBasicFormEncodedOrAsItStands(String sent) {
        RawHttp.Answer answer = doors.form("/oauth2/token", GRANT, "Authorization: " + basic("p01-signs:" + sent));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(inquiries.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Bb%25c%2541", "a+b%25c%2541"})
    void takesASecretWithSignsInTheBodyAlsoWhereThePlusWasNotEncoded(String sent) {
        RawHttp.Answer answer = doors.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "p01-signs", "client_secret", sent));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "a%252Bb%2525c%252541, credentials_wrong",
        "a b%c%41,             credentials_wrong",
        "a+b%c,                credentials_wrong"
    })
    void saysHowASecretWithSignsIsSentOverBasic(String sent, String code) {
        RawHttp.Answer answer = doors.form("/oauth2/token", GRANT, "Authorization: " + basic("p01-signs:" + sent));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(DoorsClient.json(answer).path("error_description").asText())
                .contains("client_secret: form-encoded, + as %2B and % as %25 (RFC 6749 section 2.3.1)")
                .doesNotContain(sent);
    }

    @Test
    void saysHowASecretIsSentThatTheFormLost() {
        RawHttp.Answer answer = doors.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "p01-signs", "client_secret", "a+b%c%41"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(DoorsClient.code(answer)).isEqualTo("credentials_missing");
        assertThat(DoorsClient.json(answer).path("error_description").asText()).contains("% as %25");
    }

    @Test
    void recordsWhoWasClaimedAndWhoWasProved() {
        Tokens.ask(port, "h41-lgsp", "wrong");
        Tokens.ask(port, "x01-held", "secret-held");

        assertThat(inquiries.refusals())
                .extracting(ScriptedInquiries.Recorded::contact)
                .extracting(InquiryOrigin::claimed, InquiryOrigin::partner)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new PartnerId("h41-lgsp"), null),
                        org.assertj.core.groups.Tuple.tuple(null, new PartnerId("x01-held")));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password,                                 unsupported_grant_type, field_invalid",
        "grant_type=refresh_token&refresh_token=x,            unsupported_grant_type, field_invalid",
        "grant_type=authorization_code&code=x,                unsupported_grant_type, field_invalid",
        "other=x,                                             invalid_request,        field_invalid",
        "grant_type=client_credentials&grant_type=x,          invalid_request,        field_invalid",
        "grant_type=client_credentials&scope=all,             invalid_scope,          field_invalid"
    })
    void knowsOneGrantOnly(String form, String error, String code) {
        RawHttp.Answer answer = doors.send(
                "POST /oauth2/token",
                form,
                "Content-Type: application/x-www-form-urlencoded",
                "Authorization: " + basic("h41-lgsp:sandbox-h41"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.json(answer).path("error").asText()).isEqualTo(error);
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
    }

    @Test
    void saysThatCredentialsAreMissing() {
        RawHttp.Answer answer = doors.form("/oauth2/token", GRANT);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(DoorsClient.code(answer)).isEqualTo("credentials_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic", "Basic aDQx"})
    void saysThatCredentialsAreMalformed(String header) {
        RawHttp.Answer answer = doors.form("/oauth2/token", GRANT, "Authorization: " + header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo("credentials_malformed");
    }

    @Test
    void takesPostOnly() {
        RawHttp.Answer answer = doors.send("GET /oauth2/token?grant_type=client_credentials", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
        assertThat(DoorsClient.code(answer)).isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/login",
                "/userinfo",
                "/connect/register",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server"
            })
    void offersNoOtherEndpoint(String path) {
        assertThat(DoorsClient.code(doors.send("GET " + path, ""))).isEqualTo("resource_unknown");
        assertThat(DoorsClient.code(doors.send("POST " + path, ""))).isEqualTo("resource_unknown");
    }

    @Test
    void publishesThePublicKeyAndNothingOfThePrivateOne() {
        RawHttp.Answer answer = doors.send("GET /oauth2/jwks", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(DoorsClient.json(answer).at("/keys/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
