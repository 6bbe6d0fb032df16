package vn.dancu.bus.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Call;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.DialectMessages;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.dialect.answer.AnswerReader;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;

/** The packs of X-Road against the security server of the mock, which others wrote: it makes header and hash of the request by itself. */
class SecurityServerPacksTest {

    private static final Account ACCOUNT = new Account(Map.of(
            "clientMember", "VN:GOV:000.00.00.H41:lgsp-nghean", "providerMember", "VN:GOV:000.00.00.G01:csdldc"));

    private static RunningNational national;

    private final SyntheticCitizen somebody = NationalAsker.somebody();
    private final CitizenQuery question = NationalAsker.question(somebody);

    @BeforeAll
    static void start() {
        national = RunningNational.start(400);
    }

    @AfterAll
    static void stop() {
        national.close();
    }

    /** What was asked, and the HTTP answer. */
    private record Asked(Dialect dialect, WireQuestion wire, HttpResponse<String> answer) {

        Answer read(CitizenQuery question, String body) {
            Map<String, String> headers = new HashMap<>();
            answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            return AnswerReader.of(dialect, RunningNational.MESSAGES)
                    .read(question.operation(), wire, headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({"xroad, /xroad", "xroad-rest, /"})
    void areAnsweredThroughIt(String pack, String path) {
        Asked asked = ask(pack, path);

        assertThat(asked.answer().statusCode()).as(asked.answer().body()).isEqualTo(200);
        assertThat(asked.read(question, asked.answer().body()))
                .isInstanceOfSatisfying(Answer.OfCitizen.class, answer -> assertThat(answer.citizen())
                        .extracting(it -> it.soDinhDanh())
                        .isEqualTo(String.valueOf(somebody.identity().soDinhDanh())));
    }

    @Test
    void holdTheHashOfTheRequestAgainstWhatWasSent() {
        Asked asked = ask("xroad", "/xroad");
        String body = asked.answer().body();
        assertThat(body).contains("requestHash");
        int at = body.indexOf('>', body.indexOf("requestHash")) + 1;
        String changed = body.substring(0, at) + (body.charAt(at) == 'A' ? 'B' : 'A') + body.substring(at + 1);

        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> asked.read(question, changed))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo("Header/requestHash"));
    }

    private static Asked ask(String pack, String path, CitizenQuery question) {
        Dialect dialect = Dialects.builtIn().byName(pack).orElseThrow();
        WireQuestion wire = DialectMessages.of(dialect, RunningNational.MESSAGES)
                .write(question, new Call(ACCOUNT, path, Instant.now()));
        HttpRequest.Builder request = HttpRequest.newBuilder(national.address(wire.target()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(wire.body()));
        wire.headers().forEach(request::header);
        return new Asked(dialect, wire, national.send(request.build()));
    }

    private Asked ask(String pack, String path) {
        return ask(pack, path, question);
    }
}
