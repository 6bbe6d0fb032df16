package vn.dancu.bus.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.bus.policy.PolicyRoom.H41;

import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.PolicyRoom;

/** A consent from the request to its end, and what the access decision makes of it. */
class ConsentIT {

    private static final String RIGHTS =
            """
            {"officers": ["canbo01"],
             "grants": [{"services": ["TraCuuThongTinCongDan"], "purpose": "chu-the-dong-y", "procedures": ["*"],
                         "consent": "required", "fields": ["HoVaTen", "ThuongTru", "NhomMau"]}],
             "quotas": [{"services": ["*"], "perMinute": 1000, "perDay": 10000}]}
            """;
    private static final Purpose PURPOSE = new Purpose("chu-the-dong-y");
    private static final Consent.Channel PORTAL =
            new Consent.Channel(new PartnerId("g22-portal"), "portal_account", "vnconnect", "LoA2");

    private static PolicyRoom room;
    private static int people;

    private final PersonalId person = PersonalId.soDinhDanh(String.format("9990800%05d", ++people));

    @BeforeAll
    static void open() {
        room = new PolicyRoom();
        room.publish(H41, RIGHTS);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void releasesOnlyWhatThePersonAgreedToAndNothingAfterTheWithdrawal() {
        assertThat(decide()).isEqualTo("consent_missing");
        UUID id = ask("HoVaTen", "ThuongTru").id();
        assertThat(decide()).isEqualTo("consent_missing");

        room.consents.give(List.of(person), id, "1", Set.of(FieldPath.of("HoVaTen")), PORTAL);

        assertThat(room.decision(question()))
                .isInstanceOfSatisfying(Decision.Granted.class, granted -> assertThat(granted.fields())
                        .containsExactly(FieldPath.of("HoVaTen")));
        assertThat(decide("HoVaTen", "NhomMau")).isEqualTo("granted");
        assertThat(decide("NhomMau")).isEqualTo("consent_missing");
        room.consents.withdraw(List.of(person), id, PORTAL);
        assertThat(decide()).isEqualTo("consent_missing");
    }

    @Test
    void namesPurposeAndFieldsInTheRefusalAndNobody() {
        assertThat(room.decision(question("NhomMau"))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().field()).isEqualTo("SoDinhDanh");
            assertThat(refused.refusal().rule())
                    .contains("chu-the-dong-y", "NhomMau")
                    .doesNotContain("HoVaTen", person.digits());
        });
    }

    @Test
    void countsForThisPersonThisPartnerAndThisPurposeAlone() {
        give("HoVaTen");
        ConsentCheck check = room.bean(ConsentCheck.class);

        assertThat(check.inForce(H41, person, PURPOSE)).containsExactly(FieldPath.of("HoVaTen"));
        assertThat(check.inForce(PolicyRoom.G22, person, PURPOSE)).isEmpty();
        assertThat(check.inForce(H41, person, new Purpose("giai-quyet-tthc"))).isEmpty();
        assertThat(check.inForce(H41, PersonalId.soDinhDanh("999080099999"), PURPOSE))
                .isEmpty();
    }

    @Test
    void addsUpWhatSeveralConsentsCover() {
        give("HoVaTen");
        give("NhomMau");

        assertThat(room.bean(ConsentCheck.class).inForce(H41, person, PURPOSE))
                .containsExactlyInAnyOrder(FieldPath.of("HoVaTen"), FieldPath.of("NhomMau"));
    }

    @Test
    void endsByItselfAndLapsesWithoutADecision() {
        UUID given = give("HoVaTen");
        room.clock.shift(Duration.ofDays(29));
        UUID asked = ask("NhomMau").id();
        assertThat(decide()).isEqualTo("granted");

        room.clock.shift(Duration.ofDays(60));

        assertThat(decide()).isEqualTo("consent_missing");
        assertThat(states()).containsExactly(ConsentState.LAPSED, ConsentState.EXPIRED);
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.consents.give(List.of(person), asked, "1", null, PORTAL));
        room.bean(ConsentDecider.class).endOver();
        room.bean(ConsentDecider.class).endOver();
        assertThat(acts(given)).containsExactly("consent.requested", "consent.given", "consent.expired");
        assertThat(acts(asked)).containsExactly("consent.requested", "consent.lapsed");
        assertThat(room.notices.written())
                .contains("h41-lgsp consent-changed expired", "h41-lgsp consent-changed lapsed");
    }

    @Test
    void keepsARefusalAndTakesEachStepOnce() {
        UUID id = ask("HoVaTen").id();

        room.consents.refuse(List.of(person), id, PORTAL);
        room.consents.refuse(List.of(person), id, PORTAL);

        assertThat(acts(id)).containsExactly("consent.requested", "consent.refused");
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.consents.give(List.of(person), id, "1", null, PORTAL));
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.consents.withdraw(List.of(person), id, PORTAL));
        assertThat(decide()).isEqualTo("consent_missing");
    }

    @Test
    void letsNobodyElseDecide() {
        UUID id = ask("HoVaTen").id();
        PersonalId other = PersonalId.soDinhDanh("999080088888");

        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.consents.give(List.of(other), id, "1", null, PORTAL));
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.consents.refuse(List.of(other), id, PORTAL));
        assertThat(room.consents.of(List.of(other), null, 10)).isEmpty();
        assertThat(room.consentRequests.find(PolicyRoom.G22, id)).isEmpty();
    }

    /** An organisation may know the person by a number that was replaced since. */
    @Test
    void isThePersonsUnderEveryNumberThatThePersonHad() {
        UUID id = ask("HoVaTen").id();
        PersonalId current = PersonalId.soDinhDanh("999080077777");

        room.consents.give(List.of(current, person), id, "1", null, PORTAL);
        assertThat(decide()).isEqualTo("granted");
        assertThat(room.consents.of(List.of(current, person), null, 10))
                .extracting(Consent::id)
                .containsExactly(id);
        room.consents.withdraw(List.of(current, person), id, PORTAL);

        assertThat(decide()).isEqualTo("consent_missing");
    }

    @Test
    void takesADecisionOnTheTextThatWasShownAlone() {
        Consent asked = ask("HoVaTen", "ThuongTru");

        assertThat(asked.shown().vietnamese())
                .contains(
                        "Họ, chữ đệm và tên, Nơi thường trú",
                        "Khai thác khi chủ thể dữ liệu đồng ý",
                        "30 ngày",
                        "Mở tài khoản");
        assertRefused(
                ErrorCode.VERSION_OUTDATED, () -> room.consents.give(List.of(person), asked.id(), "0", null, PORTAL));
        assertRefused(
                ErrorCode.FIELD_INVALID,
                () -> room.consents.give(List.of(person), asked.id(), "1", Set.of(FieldPath.of("NhomMau")), PORTAL));
    }

    @Test
    void asksTheSameRequestOnce() {
        ConsentProposal proposal = proposal("one-" + person.digits().substring(7), "HoVaTen");

        Consent first = room.consentRequests.ask(H41, proposal);

        assertThat(room.consentRequests.ask(H41, proposal)).isEqualTo(first);
        assertThat(acts(first.id())).containsExactly("consent.requested");
        assertRefused(
                ErrorCode.RESOURCE_EXISTS,
                () -> room.consentRequests.ask(H41, proposal(proposal.reference(), "NhomMau")));
    }

    @Test
    void refusesWhatIsOutsideOfTheGrantsAndTooMuch() {
        assertRefused(ErrorCode.FIELD_INVALID, () -> ask("DanToc"));
        assertRefused(
                ErrorCode.PURPOSE_NOT_ALLOWED,
                () -> room.consentRequests.ask(
                        H41,
                        new ConsentProposal(
                                "x", person, new Purpose("giai-quyet-tthc"), fields("HoVaTen"), 30, "Mở tài khoản")));
        assertRefused(
                ErrorCode.PURPOSE_NOT_ALLOWED,
                () -> room.consentRequests.ask(PolicyRoom.G22, proposal("y", "HoVaTen")));
        assertRefused(
                ErrorCode.FIELD_INVALID,
                () -> room.consentRequests.ask(
                        H41, new ConsentProposal("z", person, PURPOSE, fields("HoVaTen"), 366, "Mở tài khoản")));
        assertRefused(
                ErrorCode.FIELD_INVALID,
                () -> new ConsentProposal("z", person, PURPOSE, fields("HoVaTen"), 1, "Khách " + person.digits()));
        assertRefused(ErrorCode.FIELD_INVALID, () -> proposal("hs-" + person.digits(), "HoVaTen"));
        assertThat(proposal("11111111-2222-3333-4444-999080000001", "HoVaTen").reference())
                .as("a UUID")
                .endsWith("1");
        ask("HoVaTen");
        ask("ThuongTru");
        ask("NhomMau");
        assertRefused(ErrorCode.LIMIT_REACHED, () -> ask("HoVaTen", "NhomMau"));
    }

    @Test
    void keepsNoNumberAndRecordsEachChangeUnderThePersonsHash() {
        UUID id = give("HoVaTen");

        assertThat(room.jdbc.queryForList(
                        "select those::text from consent.consent those where id = ?", String.class, id))
                .singleElement()
                .asString()
                .doesNotContain(person.digits());
        assertThat(room.acts.stream().filter(act -> ("consent/" + id).equals(act.subject())))
                .allSatisfy(act -> {
                    assertThat(act.personHash()).hasSize(32);
                    assertThat(act.detail().toString()).doesNotContain(person.digits());
                });
    }

    @Test
    void isDeletedWhenItEndedLongAgoAndNeverWhileItHolds() {
        UUID ended = give("HoVaTen");
        room.consents.withdraw(List.of(person), ended, PORTAL);
        UUID given = give("ThuongTru");
        UUID recent = ask("NhomMau").id();
        room.consents.refuse(List.of(person), recent, PORTAL);
        room.jdbc.update(
                "update consent.consent set changed_at = changed_at - interval '61 months' where id in (?, ?)",
                ended,
                given);

        room.bean(ConsentDecider.class).deleteOld(room.bean(DataDeletion.class), Period.ofYears(5));

        assertThat(room.consents.of(List.of(person), null, 10))
                .extracting(Consent::id)
                .containsExactly(recent, given);
        assertThat(room.deletions).contains("consent.deleted 1");
        assertThat(decide()).isEqualTo("granted");
    }

    @Test
    void explainsAGrantThatNeedsConsent() {
        AccessRequest request =
                new AccessRequest(H41, new ServiceCode(PolicyRoom.LOOKUP), null, "canbo01", null, null, null, Set.of());

        Explanation without = room.explainer.explain(request, new Explanations.Assumed(true, false), null);
        Explanation with = room.explainer.explain(request, Explanations.Assumed.EVERYTHING, null);

        assertThat(without.refusal()).satisfies(it -> assertThat(it.code()).isEqualTo(ErrorCode.CONSENT_MISSING));
        assertThat(with.refusal()).isNull();
        assertThat(with.grant()).satisfies(it -> assertThat(it.consent()).isEqualTo("required"));
    }

    private UUID give(String... fields) {
        UUID id = ask(fields).id();
        room.consents.give(List.of(person), id, "1", null, PORTAL);
        return id;
    }

    private Consent ask(String... fields) {
        return room.consentRequests.ask(H41, proposal(UUID.randomUUID().toString(), fields));
    }

    private ConsentProposal proposal(String reference, String... fields) {
        return new ConsentProposal(reference, person, PURPOSE, fields(fields), 30, "Mở tài khoản");
    }

    private static Set<FieldPath> fields(String... names) {
        Set<FieldPath> fields = new LinkedHashSet<>();
        for (String name : names) {
            fields.add(FieldPath.of(name));
        }
        return fields;
    }

    private AccessRequest question(String... asked) {
        return new AccessRequest(
                H41, new ServiceCode(PolicyRoom.LOOKUP), null, "canbo01", null, person, null, fields(asked));
    }

    private String decide(String... asked) {
        return room.decide(question(asked));
    }

    private List<ConsentState> states() {
        return room.consents.of(List.of(person), null, 10).stream()
                .map(Consent::state)
                .toList();
    }

    private static List<String> acts(@Nullable UUID consent) {
        return room.acts.stream()
                .filter(act -> ("consent/" + consent).equals(act.subject()))
                .map(it -> it.action())
                .toList();
    }

    private static void assertRefused(ErrorCode code, ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
