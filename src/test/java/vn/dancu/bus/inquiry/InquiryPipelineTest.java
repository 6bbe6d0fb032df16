package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;
import vn.dancu.bus.trace.Traces;

/** What is recorded of a question that is not answered, and when. */
class InquiryPipelineTest {

    private static final PopulationJson JSON = MessageContext.create().populationJson();
    private static final CitizenQuery QUESTION = JSON.readQuery(new ByteArrayInputStream(
            ("{\"dichVu\":\"TraCuuThongTinCongDan\",\"maYeuCau\":\"Q-1\",\"maDVC\":\"1.001193\",\"maCanBo\":\"cb-01\","
                            + "\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"MẪU VĂN AN\",\"ngaySinh\":\"1980-01-02\"}")
                    .getBytes(StandardCharsets.UTF_8)));
    private static final PartnerId HUB = new PartnerId("h41-lgsp");
    private static final Partner PARTNER = new Partner(HUB, "Trục", "H41", "official", Partner.State.ACTIVE);

    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private final List<@Nullable Partner> decidedFor = new CopyOnWriteArrayList<>();
    private Set<FieldPath> granted = CitizenFields.of(QUESTION.operation());
    private Supplier<CitizenLookup> register = () -> new CitizenLookup.Absent(ResultStatus.NOT_FOUND);
    private final InquiryPipeline inquiries = new InquiryPipeline(
            policy(),
            new FieldReleaser(register(), Clock.systemUTC()),
            new InquiryRecorder(
                    record -> {
                        records.add(record);
                        return Receipt.RECORDED;
                    },
                    (release, persons) -> {},
                    Clock.systemUTC()),
            new DegradePolicy(new DegradeSettings(Duration.ofMinutes(15), Map.of()), () -> Duration.ZERO),
            Clock.systemUTC(),
            Traces.NONE);

    @Test
    void handsThePartnerThatTheDoorLookedUpToThePolicy() {
        InquiryReply reply = inquiries.ask(caller(null), QUESTION, AnswerEncoder.of(JSON::write));

        assertThat(reply).isInstanceOfSatisfying(InquiryReply.Answered.class, answered -> assertThat(answered.body())
                .isEqualTo(JSON.write(answered.answer())));
        assertThat(decidedFor).containsExactly(PARTNER);
    }

    @Test
    void refusesWhatTheDoorObjectsToAndRecordsTheWholeQuestion() {
        InquiryReply reply =
                inquiries.attempt(caller(ErrorCode.CREDENTIAL_EXPIRED), QUESTION, AnswerEncoder.of(JSON::write));

        assertThat(reply).isInstanceOfSatisfying(InquiryReply.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(ErrorCode.CREDENTIAL_EXPIRED));
        assertThat(decidedFor).as("the policy is not asked").isEmpty();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.error()).isEqualTo(ErrorCode.CREDENTIAL_EXPIRED);
            assertThat(record.who().officer()).isEqualTo("cb-01");
        });
    }

    @Test
    void recordsAFaultOnceHoweverOftenItWasTried() {
        register = () -> {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, null);
        };

        fault();
        fault();
        InquiryFault last = fault();
        assertThat(records).as("not before it is given up").isEmpty();
        inquiries.refuse(caller(null), last);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(last.refusal().occurrence());
            assertThat(record.error()).isEqualTo(ErrorCode.REGISTER_UNAVAILABLE);
            assertThat(record.who().officer()).isEqualTo("cb-01");
            assertThat(record.what().policyVersion()).isEqualTo(7);
        });
    }

    @Test
    void recordsAFaultAtOnceForADoorThatDoesNotTryAgain() {
        register = () -> {
            throw new IllegalStateException("999080000001");
        };

        InquiryReply reply = inquiries.ask(caller(null), QUESTION, AnswerEncoder.of(JSON::write));

        assertThat(reply).isInstanceOfSatisfying(InquiryReply.Refused.class, refused -> assertThat(records)
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.id()).isEqualTo(refused.refusal().occurrence());
                    assertThat(record.error()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                }));
    }

    @Test
    void recordsWhatOfAGroupLeftAndWhatDidNot() {
        granted = Set.of(FieldPath.of("HoVaTen"), FieldPath.of("TheBHYT/MaThe"));
        register = () -> new CitizenLookup.Found(ResultStatus.FOUND, CitizenQuery.NO_CLAIMS);

        inquiries.attempt(
                caller(null),
                QUESTION.askingFor(Set.of(FieldPath.of("TheBHYT"), FieldPath.of("ToaAn"))),
                AnswerEncoder.of(JSON::write));
        inquiries.attempt(caller(null), QUESTION, AnswerEncoder.of(JSON::write));

        assertThat(records.get(0).what().released()).containsExactly(FieldPath.of("TheBHYT/MaThe"));
        assertThat(records.get(0).what().withheld())
                .containsExactlyInAnyOrder(FieldPath.of("TheBHYT"), FieldPath.of("ToaAn"));
        assertThat(records.get(1).what().released()).containsExactlyInAnyOrderElementsOf(granted);
        assertThat(records.get(1).what().withheld())
                .as("of who named no field")
                .contains(FieldPath.of("NhomMau"))
                .noneMatch(CitizenFields::isGroup);
    }

    private InquiryFault fault() {
        InquiryFault fault = catchThrowableOfType(
                InquiryFault.class, () -> inquiries.attempt(caller(null), QUESTION, AnswerEncoder.of(JSON::write)));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static Caller caller(@Nullable ErrorCode objection) {
        return new Caller(
                PARTNER,
                objection,
                new InquiryOrigin("jms", HUB, null, "ID:1", Instant.EPOCH, 1, null, InquiryOrigin.Traits.NONE));
    }

    private AccessPolicy policy() {
        return (request, asker) -> {
            decidedFor.add(asker);
            return new Decision.Granted(
                    granted, new Purpose("giai-quyet-tthc"), 7, "ab");
        };
    }

    private PopulationRegister register() {
        return new PopulationRegister() {
            @Override
            public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
                return register.get();
            }

            @Override
            public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<RegisteredPerson> findPerson(PersonalId number) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
