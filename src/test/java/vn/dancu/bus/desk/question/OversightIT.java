package vn.dancu.bus.desk.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.citizen.question.AccessQuestion;
import vn.dancu.bus.citizen.question.CitizenQuestions;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;

/** A citizen's question at the desk and at the console. */
class OversightIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final String TEXT = "Tôi <b>không</b> nộp hồ sơ nào.";

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    @Test
    void isListedReadAndClosedByTheOperatorAlone() {
        String number = asked(340).number();
        String path = "access-questions/" + number;

        JsonNode listed = operator.get("access-questions?state=OPEN&partner=h41-lgsp&limit=500")
                .body();
        assertThat(listed.path("items"))
                .anySatisfy(item -> assertThat(item.path("number").asText()).isEqualTo(number))
                .allSatisfy(item -> assertThat(item.has("text")).isFalse());
        assertThat(inspector.get(path).body().path("text").asText()).isEqualTo(TEXT);
        Map<String, String> closing = Map.of("finding", "MISTAKE", "text", "Nhầm số.");
        assertThat(inspector.send("POST", path + "/close", closing).code()).isEqualTo("role_missing");
        assertThat(operator.send("POST", path + "/close", Map.of("finding", "x", "text", "x"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(operator.send("POST", path + "/close", closing)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
        assertThat(operator.send("POST", path + "/close", closing).code()).isEqualTo("move_not_allowed");
        assertThat(operator.get("access-questions/CH-OTHER").code()).isEqualTo("resource_unknown");
        assertThat(operator.get("access-questions?state=x").code()).isEqualTo("field_invalid");
    }

    @Test
    void isShownAtTheConsoleWithItsTextEscaped() {
        String number = asked(341).number();
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);

        assertThat(visitor.get("/desk/questions?state=OPEN").body())
                .contains(number)
                .doesNotContain("nộp hồ sơ nào");
        assertThat(visitor.get("/desk/questions/" + number).body())
                .contains("&lt;b&gt;không&lt;/b&gt; nộp hồ sơ nào")
                .doesNotContain("<b>không</b>")
                .doesNotContain("/close");
    }

    private static AccessQuestion asked(int index) {
        Person person = RunningBus.people(PORT, "limit=600").stream()
                .filter(Person::hasFullBirthDate)
                .skip(index)
                .findFirst()
                .orElseThrow();
        assertThat(new SoapClient(PORT, "h41-lgsp", "sandbox-h41")
                        .lookUp(person)
                        .status())
                .isEqualTo(200);
        VerifiedCitizen citizen = new VerifiedCitizen(
                PersonalId.soDinhDanh(person.soDinhDanh()),
                person.hoVaTen(),
                BirthDate.of(LocalDate.parse(person.ngaySinh())),
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", null));
        return BUS.bean(CitizenQuestions.class)
                .ask(
                        citizen,
                        BUS.bean(AccessLog.class)
                                .page(citizen, new AccessQuery(null, null, false, null, 1))
                                .entries()
                                .get(0)
                                .id(),
                        TEXT);
    }
}
