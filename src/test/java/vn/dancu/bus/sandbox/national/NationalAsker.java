package vn.dancu.bus.sandbox.national;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Call;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.DialectMessages;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.dialect.answer.AnswerReader;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

/** One who asks the mock in the form of a pack. */
final class NationalAsker {

    private static final SyntheticPopulation PEOPLE =
            new SyntheticPopulation(RunningNational.SEED, 400, WardList.load());

    private final RunningNational national;

    NationalAsker(RunningNational national) {
        this.national = national;
    }

    /** Somebody alive with a current number, a full birth date and a name of more than ASCII. */
    static SyntheticCitizen somebody() {
        return PEOPLE.family(0).citizens().stream()
                .filter(one -> one.identity().soDinhDanh() != null
                        && one.identity().birthDate().day() != null
                        && one.numbers().stream()
                                .allMatch(number -> number.state().equals("CURRENT"))
                        && one.life().status().code().equals("1"))
                .findFirst()
                .orElseThrow();
    }

    static CitizenQuery question(SyntheticCitizen about) {
        return new CitizenQuery(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                "mock-1",
                "1.001193",
                "canbo01",
                null,
                null,
                PersonalId.soDinhDanh(String.valueOf(about.identity().soDinhDanh())),
                about.identity().name().full(),
                about.identity().birthDate(),
                CitizenQuery.NO_CLAIMS,
                Set.of());
    }

    HttpResponse<String> ask(String pack, CitizenQuery question) {
        return ask(pack, question, "/population/" + pack, Instant.now(), RunningNational.SECRET);
    }

    HttpResponse<String> ask(String pack, CitizenQuery question, String path, Instant at, String secret) {
        return national.send(request(pack, question, path, at, secret));
    }

    /** The answer to a question that the security server forwards, read as a bus in the role upstream reads it. */
    Answer throughSecurityServer(String pack, CitizenQuery question, String path) {
        Dialect dialect = Dialects.builtIn().byName(pack).orElseThrow();
        WireQuestion wire = question(dialect, pack, question, path, Instant.now(), RunningNational.SECRET);
        HttpResponse<String> answer = national.send(request(wire));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, all) -> headers.put(name, all.get(0)));
        return AnswerReader.of(dialect, RunningNational.MESSAGES)
                .read(question.operation(), wire, headers, answer.body().getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest request(String pack, CitizenQuery question, String path, Instant at, String secret) {
        return request(question(Dialects.builtIn().byName(pack).orElseThrow(), pack, question, path, at, secret));
    }

    private WireQuestion question(
            Dialect dialect, String pack, CitizenQuery question, String path, Instant at, String secret) {
        Map<String, String> values = new HashMap<>();
        dialect.accountValues().forEach(name -> values.put(name, name));
        values.put("username", RunningNational.ACCOUNT);
        values.put("secretKey", secret);
        values.put("clientMember", "VN/GOV/000.00.00.H41/lgsp-nghean");
        if (dialect.credentials().tokenCall().isPresent()) {
            values.put("accessToken", token());
        }
        if (pack.startsWith("xroad")) {
            values.put("clientMember", "VN:GOV:000.00.00.H41:lgsp-nghean");
            values.put("providerMember", "VN:GOV:000.00.00.G01:csdldc");
        }
        return DialectMessages.of(dialect, RunningNational.MESSAGES)
                .write(question, new Call(new Account(values), path, at));
    }

    private HttpRequest request(WireQuestion wire) {
        HttpRequest.Builder request = HttpRequest.newBuilder(national.address(wire.target()));
        wire.headers().forEach(request::header);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(wire.body())).build();
    }

    String token() {
        HttpResponse<String> answer = tokenCall(RunningNational.SECRET);
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    HttpResponse<String> tokenCall(String secret) {
        String pair = RunningNational.ACCOUNT + ":" + secret;
        return national.send(HttpRequest.newBuilder(national.address("/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    }
}
