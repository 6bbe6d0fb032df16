package vn.dancu.bus.citizen.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AccessQuestionSettings;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.notice.Notice;
import vn.dancu.bus.partner.notice.Notices;

/** A question from its citizen to its authority and back. */
class AccessQuestionIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final PartnerId PROVINCE = new PartnerId("h41-lgsp");
    private static final PartnerId PORTAL = new PartnerId("g22-portal");
    private static final Actor OPERATOR = new Actor("test.operator", Set.of(Role.OPERATOR));
    private static final String TEXT = "Tôi không có hồ sơ nào ở cơ quan này.";
    private static final List<Person> PEOPLE = RunningBus.people(BUS.ports().http(), "limit=600").stream()
            .filter(Person::hasFullBirthDate)
            .skip(350)
            .toList();

    private final AccessLog log = BUS.bean(AccessLog.class);
    private final CitizenQuestions asking = BUS.bean(CitizenQuestions.class);
    private final AuthorityQuestions answering = BUS.bean(AuthorityQuestions.class);
    private final QuestionOversight oversight = BUS.bean(QuestionOversight.class);

    @Test
    void reachesTheAuthorityAndComesBackAnswered() {
        VerifiedCitizen citizen = citizen(0);
        AccessEntry use = used(citizen, 0);

        AccessQuestion asked = asking.ask(citizen, use.id(), "  " + TEXT + " ");
        AccessQuestion read = answering.read(PROVINCE, asked.number());
        answering.answer(PROVINCE, asked.number(), QuestionFinding.LAWFUL, "Hồ sơ 12 nộp ngày 28/11.");

        assertThat(asked.number()).matches("CH-[2-9A-HJKMNP-Z]{9}");
        assertThat(asked.dueOn())
                .isAfter(LocalDate.now(Clock.system(WorkingDays.ZONE)).plusDays(6));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.use().messageId()).isEqualTo(use.messageId());
        assertThat(asking.list(citizen, null, 10)).singleElement().satisfies(question -> {
            assertThat(question.state()).isEqualTo(QuestionState.ANSWERED);
            assertThat(question.answer()).isNotNull();
            assertThat(String.valueOf(question.answer())).contains("Hồ sơ 12 nộp ngày 28/11.", "LAWFUL");
        });
        assertThat(notices(PROVINCE, asked.number()))
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain(TEXT);
        assertThat(log.page(citizen, new AccessQuery(null, null, true, null, 100))
                        .entries())
                .extracting(entry -> entry.service().code())
                .contains("citizen.question_asked", "citizen.question_read", "citizen.question_answered");
        assertThat(stored(asked.number())).doesNotContain(TEXT);
    }

    @Test
    void isOfOneAuthorityAlone() {
        VerifiedCitizen citizen = citizen(1);
        AccessQuestion asked = asking.ask(citizen, used(citizen, 1).id(), TEXT);

        assertRefused(() -> answering.read(PORTAL, asked.number()), ErrorCode.RESOURCE_UNKNOWN);
        assertRefused(
                () -> answering.answer(PORTAL, asked.number(), QuestionFinding.LAWFUL, "x"),
                ErrorCode.RESOURCE_UNKNOWN);
        assertThat(answering.list(PORTAL, null, null, 500))
                .noneMatch(it -> it.number().equals(asked.number()));
        assertThat(answering.list(PROVINCE, QuestionState.OPEN, null, 500))
                .filteredOn(it -> it.number().equals(asked.number()))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isNull());
    }

    @Test
    void refusesWhatIsNotTheCitizensAndWhatWasAskedBefore() {
        VerifiedCitizen citizen = citizen(2);
        AccessEntry use = used(citizen, 2);
        asking.ask(citizen, use.id(), TEXT);

        assertRefused(() -> asking.ask(citizen, use.id(), TEXT), ErrorCode.RESOURCE_EXISTS);
        assertRefused(() -> asking.ask(citizen(3), use.id(), TEXT), ErrorCode.RESOURCE_UNKNOWN);
        assertRefused(() -> asking.ask(citizen, UUID.randomUUID(), TEXT), ErrorCode.RESOURCE_UNKNOWN);
        for (String wrong : List.of("", " \n ", "x".repeat(501), "a\u0000b", "a\u001bb")) {
            assertRefused(() -> asking.ask(citizen, use.id(), wrong), ErrorCode.FIELD_INVALID);
        }
    }

    @Test
    void limitsHowManyOnePersonMayAskEvenAtTheSameMoment() throws Exception {
        VerifiedCitizen citizen = citizen(4);
        List<UUID> uses =
                IntStream.range(0, 8).mapToObj(i -> used(citizen, 4).id()).toList();

        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> calls = new ArrayList<>();
        uses.forEach(use -> calls.add(() -> {
            try {
                return asking.ask(citizen, use, TEXT).state().name();
            } catch (BusException e) {
                return e.refusal().code().name();
            }
        }));
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : threads.invokeAll(calls)) {
            outcomes.add(each.get());
        }
        threads.shutdown();

        assertThat(outcomes).filteredOn("OPEN"::equals).hasSize(5);
        assertThat(outcomes).filteredOn("LIMIT_REACHED"::equals).hasSize(3);
    }

    @Test
    void remindsOnceEscalatesOnceAndTakesALateAnswer() {
        VerifiedCitizen citizen = citizen(5);
        AccessQuestion asked = asking.ask(citizen, used(citizen, 5).id(), TEXT);
        List<OverdueAnswer> told = new ArrayList<>();

        later(asked.dueOn().minusDays(1), told).run();
        later(asked.dueOn().minusDays(1), told).run();
        assertThat(told).isEmpty();
        assertThat(notices(PROVINCE, asked.number())).hasSize(2);
        later(asked.dueOn().plusDays(1), told).run();
        later(asked.dueOn().plusDays(1), told).run();

        assertThat(told).filteredOn(it -> it.number().equals(asked.number())).hasSize(1);
        assertThat(notices(PROVINCE, asked.number())).hasSize(3);
        assertThat(asking.list(citizen, null, 1).get(0).state()).isEqualTo(QuestionState.OVERDUE);
        assertThat(answering
                        .answer(PROVINCE, asked.number(), QuestionFinding.MISTAKE, "Nhầm số.")
                        .state())
                .isEqualTo(QuestionState.ANSWERED);
        assertRefused(
                () -> answering.answer(PROVINCE, asked.number(), QuestionFinding.LAWFUL, "x"),
                ErrorCode.MOVE_NOT_ALLOWED);
        assertRefused(
                () -> oversight.close(OPERATOR, asked.number(), QuestionFinding.LAWFUL, "x"),
                ErrorCode.MOVE_NOT_ALLOWED);
    }

    @Test
    void endsByAnOperatorWhoseLookTheCitizenSees() {
        VerifiedCitizen citizen = citizen(6);
        AccessQuestion asked = asking.ask(citizen, used(citizen, 6).id(), TEXT);

        assertThat(oversight.list(QuestionState.OPEN, PROVINCE, null, 500))
                .anyMatch(it -> it.number().equals(asked.number()) && it.text() == null);
        assertThat(oversight.read(OPERATOR, asked.number()).text()).isEqualTo(TEXT);
        assertThat(oversight
                        .close(OPERATOR, asked.number(), QuestionFinding.UNLAWFUL, "Đã xử lý.")
                        .state())
                .isEqualTo(QuestionState.CLOSED);

        assertThat(log.page(citizen, new AccessQuery(null, null, false, null, 100))
                        .entries())
                .filteredOn(entry -> entry.service().code().startsWith("citizen.question_"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.by().side()).isEqualTo(AccessEntry.Side.OPERATOR));
        assertThat(asking.list(citizen, null, 1)).singleElement().satisfies(question -> assertThat(
                        String.valueOf(question.answer()))
                .contains("UNLAWFUL", "Đã xử lý"));
    }

    @Test
    void isDeletedWhenItEndedLongAgo() {
        VerifiedCitizen citizen = citizen(7);
        String old = asking.ask(citizen, used(citizen, 7).id(), TEXT).number();
        String open = asking.ask(citizen, used(citizen, 7).id(), TEXT).number();
        answering.answer(PROVINCE, old, QuestionFinding.LAWFUL, "Hồ sơ 12.");
        QuestionTerms terms = BUS.bean(QuestionTerms.class);
        terms.deleteOld(BUS.bean(DataDeletion.class));
        assertThat(asking.list(citizen, null, 10)).hasSize(2);
        BUS.jdbc()
                .sql("update citizen.question set answered_at = answered_at - interval '25 months' where number = ?")
                .param(old)
                .update();

        terms.deleteOld(BUS.bean(DataDeletion.class));

        assertThat(asking.list(citizen, null, 10)).singleElement().satisfies(it -> assertThat(it.number())
                .isEqualTo(open));
    }

    @Test
    void givesNumbersThatSayNothing() {
        CaseNumbers cases = new CaseNumbers();
        Set<String> numbers = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> numbers.add(cases.next("CH")));

        assertThat(numbers).hasSize(1000);
    }

    /** The terms at noon of that day. */
    private static QuestionTerms later(LocalDate day, List<OverdueAnswer> told) {
        Clock clock = Clock.fixed(day.atTime(12, 0).atZone(WorkingDays.ZONE).toInstant(), WorkingDays.ZONE);
        return new QuestionTerms(
                BUS.bean(AccessQuestionSettings.class),
                BUS.bean(JdbcQuestions.class),
                BUS.bean(QuestionRecorder.class),
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)),
                told::add,
                new AnswerTerm(BUS.bean(WorkingDays.class), clock));
    }

    private static VerifiedCitizen citizen(int index) {
        Person person = PEOPLE.get(index);
        return new VerifiedCitizen(
                PersonalId.soDinhDanh(person.soDinhDanh()),
                person.hoVaTen(),
                BirthDate.of(LocalDate.parse(person.ngaySinh())),
                new Proof(Proof.Kind.EID_ACCOUNT, "eid", null));
    }

    /** A look-up of the province, as the citizen's log has it. */
    private AccessEntry used(VerifiedCitizen citizen, int index) {
        SoapClient province = new SoapClient(BUS.ports().http(), PROVINCE.value(), "sandbox-h41");
        assertThat(province.lookUp(PEOPLE.get(index)).status()).isEqualTo(200);
        return log.page(citizen, new AccessQuery(null, null, false, null, 1))
                .entries()
                .get(0);
    }

    private static List<Notice> notices(PartnerId partner, String number) {
        return BUS.bean(Notices.class).of(partner, null, 500).stream()
                .filter(notice -> notice.vietnamese().body().contains(number))
                .toList();
    }

    private static String stored(String number) {
        return BUS.jdbc()
                .sql(
                        "select row_to_json(q)::text || encode(text, 'escape') from citizen.question q where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private static void assertRefused(Callable<?> call, ErrorCode code) {
        assertThatThrownBy(call::call)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
