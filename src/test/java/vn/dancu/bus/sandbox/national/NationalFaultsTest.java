package vn.dancu.bus.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;

/** Each fault of the table, on the wire; the call after it is answered as ever. */
class NationalFaultsTest {

    private static RunningNational national;
    private static NationalAsker asker;

    private final SyntheticCitizen somebody = NationalAsker.somebody();
    private final String number = String.valueOf(somebody.identity().soDinhDanh());
    private final CitizenQuery question = NationalAsker.question(somebody);

    @BeforeAll
    static void start() {
        national = RunningNational.start(400);
        asker = new NationalAsker(national);
    }

    @AfterAll
    static void stop() {
        national.close();
    }

    @AfterEach
    void theNextCallIsAnsweredAsEver() {
        assertThat(asker.ask("live", question).body()).contains(number);
        national.delete("/control/faults");
    }

    private HttpResponse<String> faulty(String pack, String fault) {
        HttpRequest request =
                asker.request(pack, question, "/population/" + pack, Instant.now(), RunningNational.SECRET);
        national.faults("[{\"verb\":\"question\",\"fault\":\"" + fault + "\",\"times\":1}]");
        return national.send(request);
    }

    @ParameterizedTest
    @CsvSource({
        "error-page, 500, <html>",
        "page, 200, <html>",
        "lost, 500, <html>",
        "fail, 500, <faultcode>",
        "fault, 200, <faultcode>",
        "gateway-json, 503, {\"fault\":{\"code\":700700",
        "gateway-xml, 503, <ams:code>700700",
        "unauthorized, 401, 900901",
        "namespace, 200, http://www.mic.gov.vn/dancu/9.9",
        "no-data, 200, <soapenv:Body xmlns:dan=\"http://dancuquocgia.bca\"></soapenv:Body>"
    })
    void givesSomethingElseThanAnAnswer(String fault, int status, String part) {
        HttpResponse<String> answer = faulty("live", fault);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "truncated"})
    void cutsTheConnectionBeforeAnAnswerAndAmidIt(String fault) {
        assertThatThrownBy(() -> faulty("live", fault))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aGatewayFaultMayNameItsCode() {
        HttpRequest request =
                asker.request("ngsp", question, "/population/ngsp", Instant.now(), RunningNational.SECRET);
        national.faults("[{\"verb\":\"question\",\"fault\":\"gateway-json\",\"code\":\"900800\",\"times\":1}]");

        assertThat(national.send(request).statusCode()).isEqualTo(429);
    }

    @Test
    void isSlow() {
        national.faults("[{\"verb\":\"question\",\"fault\":\"slow\",\"delayMillis\":400,\"times\":1}]");
        long began = System.nanoTime();

        assertThat(asker.ask("live", question).body()).contains(number);
        assertThat(System.nanoTime() - began).isGreaterThan(390_000_000L);
    }

    @Test
    void answersAboutSomebodyElse() {
        HttpResponse<String> answer = faulty("ngsp", "other-person");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("\"soDinhDanh\":\"999[0-9]{9}\"");
        assertThat(answer.body()).doesNotContain("\"congDan\":{\"soDinhDanh\":\"" + number);
    }

    @Test
    void leavesHalfOfTheFieldsAway() {
        int whole = asker.ask("ngsp", question).body().length();

        assertThat(faulty("ngsp", "partial").body().length()).isLessThan(whole * 3 / 4);
    }

    @Test
    void answersInAnotherEncodingThanItStates() throws Exception {
        HttpRequest request =
                asker.request("live", question, "/population/live", Instant.now(), RunningNational.SECRET);
        national.faults("[{\"verb\":\"question\",\"fault\":\"charset\",\"times\":1}]");

        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
                .contains("utf-8");
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body())))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void answersWithTenMegabytesAndWithoutAType() {
        assertThat(faulty("live", "huge").body()).hasSizeGreaterThan(10_000_000).contains(number);
        assertThat(faulty("ngsp", "huge").body()).hasSizeGreaterThan(10_000_000).contains(number);
        assertThat(faulty("live", "no-type").headers().firstValue("Content-Type"))
                .isEmpty();
    }

    @Test
    void theTokenEndpointIsAway() {
        national.faults("[{\"verb\":\"token\",\"fault\":\"error-page\",\"times\":1}]");

        assertThat(asker.tokenCall(RunningNational.SECRET).statusCode()).isEqualTo(500);
        assertThat(asker.tokenCall(RunningNational.SECRET).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAPlanThatItCannotPlay() {
        assertThatThrownBy(() -> national.faults("[{\"fault\":\"duplicate\"}]"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysAwayAndComesBackOnTheSamePort() {
        int port = national.server().port();
        national.server().stop();
        assertThatThrownBy(() -> asker.ask("live", question)).isInstanceOf(UncheckedIOException.class);

        national.server().start();

        assertThat(national.server().port()).isEqualTo(port);
    }
}
