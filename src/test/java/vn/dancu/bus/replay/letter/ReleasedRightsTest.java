package vn.dancu.bus.replay.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.MessageEvent;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.DocumentState;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.FollowLists;

/** Whether the answer of a document that lies in the outbox may leave under the rights of today. */
class ReleasedRightsTest {

    private static final PartnerId HUB = new PartnerId("h41-lgsp");
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();
    private static final PersonalId PERSON = PersonalId.soDinhDanh("999080000001");

    private final Set<PersonalId> list = new HashSet<>();
    private final Set<FieldPath> consented = new HashSet<>();
    private boolean isKeyDestroyed;
    private String consent = "none";
    private Explanation today = granted("none", "HoVaTen", "GioiTinh");

    private final ReleasedRights rights = new ReleasedRights(
            new InMemoryPartners().with(HUB.value(), "secret", Partner.State.ACTIVE),
            fake(Documents.class, Map.of("find", arguments -> Optional.of(document()))),
            fake(Explanations.class, Map.of("explain", arguments -> today)),
            fake(FollowLists.class, Map.of("contains", arguments -> list.contains(arguments[1]))),
            (partner, person, purpose) -> person.equals(PERSON) ? consented : Set.of(),
            fake(
                    MessageEvents.class,
                    Map.of(
                            "ofPartner",
                            arguments -> List.of(event()),
                            "person",
                            arguments -> isKeyDestroyed ? Optional.empty() : Optional.of(PERSON))));

    @Test
    void letsAnAnswerGoWhoseFieldsAreReleasedToday() {
        assertThat(objection()).isEmpty();
    }

    @Test
    void keepsAnAnswerAboutSomebodyWhoHasWithdrawnTheConsent() {
        consent = "required";
        today = granted("none", "HoVaTen", "GioiTinh");
        consented.addAll(Set.of(FieldPath.of("HoVaTen"), FieldPath.of("GioiTinh")));
        assertThat(objection()).isEmpty();

        consented.remove(FieldPath.of("GioiTinh"));

        assertThat(objection()).contains(ErrorCode.RIGHTS_NARROWED);
    }

    @Test
    void keepsAnAnswerOfWhichAFieldIsReleasedNoMore() {
        today = granted("none", "HoVaTen");

        assertThat(objection()).contains(ErrorCode.RIGHTS_NARROWED);
    }

    /** The policy is the same; the partner has taken the person off its list. */
    @Test
    void keepsAnAnswerAboutSomebodyWhoIsOnTheListNoMore() {
        today = granted("follow-list", "HoVaTen", "GioiTinh");
        assertThat(objection()).contains(ErrorCode.RIGHTS_NARROWED);

        list.add(PERSON);
        assertThat(objection()).isEmpty();

        isKeyDestroyed = true;
        assertThat(objection()).as("nobody can say any more about whom it is").contains(ErrorCode.RIGHTS_NARROWED);
    }

    @Test
    void keepsAnAnswerWhoseGrantDemandsWhatItsQuestionHadNot() {
        today = refused(ErrorCode.RELATIONSHIP_MISSING);
        assertThat(objection()).contains(ErrorCode.RIGHTS_NARROWED);

        today = refused(ErrorCode.QUOTA_EXCEEDED);
        assertThat(objection()).as("a quota says nothing about a right").isEmpty();
    }

    private Optional<ErrorCode> objection() {
        Delivery answer = new Delivery(
                UUID.randomUUID(),
                "axis",
                "main",
                HUB,
                DOCUMENT + "/answer",
                null,
                "application/xml",
                1,
                "",
                Instant.EPOCH,
                null,
                5,
                null,
                null,
                new DeliveryState.Dead(Instant.EPOCH, "404"));
        return rights.objection(answer, HUB).map(Refusal::code);
    }

    private Explanation granted(String relationship, String... fields) {
        return explanation(null, relationship, fields);
    }

    private Explanation refused(ErrorCode code) {
        return explanation(Refusal.of(code), "none", "HoVaTen", "GioiTinh");
    }

    private Explanation explanation(@Nullable Refusal refusal, String relationship, String... fields) {
        List<FieldPath> released = List.of(fields).stream().map(FieldPath::of).toList();
        return new Explanation(
                7,
                "ab",
                List.of(),
                refusal,
                new Explanation.Grant(
                        1, new Purpose("giai-quyet-tthc"), null, relationship, consent, released, List.of()));
    }

    private static DocumentEntry document() {
        return new DocumentEntry(
                DOCUMENT, "main", "1", "H41", HUB, "id-1", Instant.EPOCH, null, new DocumentState.Accepted());
    }

    private static MessageEvent event() {
        return new MessageEvent(
                RECORD,
                RecordKind.ANSWER,
                Instant.EPOCH,
                Instant.EPOCH,
                "document",
                DOCUMENT + "/1",
                HUB.value(),
                "canbo01",
                "TraCuuThongTinCongDan",
                null,
                null,
                "found",
                "id-1",
                Set.of("HoVaTen", "GioiTinh"),
                "ab",
                null,
                1);
    }

    /** What is not named must not be called. */
    private static <T> T fake(Class<T> face, Map<String, Function<Object[], Object>> methods) {
        return face.cast(
                Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = methods.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.apply(arguments);
                }));
    }
}
