package vn.dancu.bus.policy.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.bus.policy.PolicyRoom.H41;
import static vn.dancu.bus.policy.PolicyRoom.RIGHTS;
import static vn.dancu.bus.policy.PolicyRoom.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.FollowLists;
import vn.dancu.bus.policy.OwnRights;
import vn.dancu.bus.policy.PolicyRoom;
import vn.dancu.bus.policy.version.DraftEditorIT;

/** What a partner manages by itself, and what grants for some officers and with a relationship let through. */
class OwnRightsIT {

    private static final PersonalId PERSON = PersonalId.soDinhDanh("999080000001");

    private static final String FOR_CASES = RIGHTS.replace(
            "\"fields\":", "\"relationship\": \"case\", \"caseForms\": [\"H41.1-######-####\"], \"fields\":");
    private static final String FOR_FOLLOWED =
            RIGHTS.replace("\"fields\":", "\"relationship\": \"follow-list\", \"fields\":");

    private final PolicyRoom room = new PolicyRoom();

    @BeforeEach
    void publish() {
        room.publish(H41, RIGHTS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void letsOfficersAskWhomThePartnerRegistered() {
        assertThat(room.decide(question("moi01"))).isEqualTo("officer_not_allowed");

        room.selfService.register(H41, "moi01", null);

        assertThat(room.decide(question("moi01"))).isEqualTo("granted");
        room.selfService.remove(H41, "moi01");
        assertThat(room.decide(question("moi01"))).isEqualTo("officer_not_allowed");
        assertThat(room.actions()).contains("policy.officer_registered", "policy.officer_removed");
    }

    @Test
    void forgetsAnOfficerWhoseTimeIsOver() {
        Instant until = room.clock.instant().plus(Duration.ofDays(1));
        room.selfService.register(H41, "moi01", until);
        assertThat(room.decide(question("moi01"))).isEqualTo("granted");

        room.clock.shift(Duration.ofDays(2));

        assertThat(room.decide(question("moi01"))).isEqualTo("officer_not_allowed");
        room.selfService.register(H41, "moi02", null);
        room.selfService.register(H41, "moi03", null);
        assertThat(room.selfService.officers(H41)).hasSize(3);
    }

    @Test
    void keepsToTheLimitOfThePolicy() {
        room.selfService.register(H41, "moi01", null);
        room.selfService.register(H41, "moi02", null);
        room.selfService.register(H41, "moi02", null);

        assertRefused(ErrorCode.LIMIT_REACHED, () -> room.selfService.register(H41, "moi03", null));
        room.publish(H41, RIGHTS.replace("\"managedOfficers\": 2", "\"managedOfficers\": 0"));
        assertThat(room.decide(question("moi01"))).isEqualTo("officer_not_allowed");
    }

    @Test
    void keepsToTheLimitThoughTwoRegisterAtOnce() throws Exception {
        room.selfService.register(H41, "moi01", null);

        assertThat(DraftEditorIT.atOnce(
                        () -> room.selfService.register(H41, "moi02", null),
                        () -> room.selfService.register(H41, "moi03", null)))
                .containsExactlyInAnyOrder("done", "limit_reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "999080000001", "999000001", "é"})
    void refusesCodesThatAreNoneAndNumbersOfPersons(String code) {
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.selfService.register(H41, code, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"can.bo@tinh", "_a", "-a"})
    void takesEveryCodeThatAQuestionMayHold(String code) {
        assertThat(room.selfService.register(H41, code, null).code()).isEqualTo(code);
    }

    @Test
    void refusesAnOfficerWhoseTimeIsOverBeforeItBegins() {
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.selfService.register(H41, "moi01", room.clock.instant()));
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.selfService.remove(H41, "moi01"));
    }

    @Test
    void switchesProceduresOffAndOn() {
        room.selfService.switchTo(H41, "1.001193", false);

        assertThat(room.decide(question("canbo01"))).isEqualTo("procedure_not_allowed");
        assertThat(room.decide(question(null, "canbo01", null, null, null))).isEqualTo("granted");
        assertThat(room.selfService.procedures(H41))
                .containsExactly(new OwnRights.Procedure("-", true), new OwnRights.Procedure("1.001193", false));
        room.selfService.switchTo(H41, "1.001193", true);
        room.selfService.switchTo(H41, "1.001193", true);
        assertThat(room.decide(question("canbo01"))).isEqualTo("granted");
        assertThat(room.actions()).containsOnlyOnce("policy.procedure_closed", "policy.procedure_opened");
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.selfService.switchTo(H41, "9.999999", false));
    }

    @Test
    void grantsToSomeOfficersMoreThanToAll() {
        room.publish(
                H41,
                """
                {"officers": ["canbo01", "canbo02"],
                 "grants": [
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc", "procedures": ["*"],
                   "officers": ["canbo01"], "fields": ["HoVaTen", "NhomMau"]},
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc", "procedures": ["*"],
                   "fields": ["HoVaTen"]}],
                 "quotas": [{"services": ["*"], "perMinute": 100, "perDay": 1000}]}
                """);

        assertThat(fields("canbo01")).containsExactly("HoVaTen", "NhomMau");
        assertThat(fields("canbo02")).containsExactly("HoVaTen");
    }

    @Test
    void refusesAnOfficerForWhomTheGrantIsNot() {
        room.publish(H41, RIGHTS.replace("\"fields\":", "\"officers\": [\"canbo02\"], \"fields\":"));

        assertThat(room.decide(question("canbo01"))).isEqualTo("officer_not_allowed");
        assertThat(room.decide(question("canbo02"))).isEqualTo("granted");
    }

    @Test
    void asksForTheCaseWhereTheGrantDemandsIt() {
        room.publish(H41, FOR_CASES);

        assertThat(decideWithCase(null)).isEqualTo("relationship_missing");
        assertThat(decideWithCase("H41.1-261124")).isEqualTo("relationship_missing");
        assertThat(decideWithCase("H41.1-261124-00A1")).isEqualTo("relationship_missing");
        assertThat(decideWithCase("H41.1-261124-0001")).isEqualTo("granted");
        assertThat(room.decision(question("canbo01"))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().field()).isEqualTo("X-Road-Issue");
            assertThat(refused.refusal().rule()).contains("case");
        });
    }

    @Test
    void asksForThePersonOnTheListWhereTheGrantDemandsIt() {
        room.publish(H41, FOR_FOLLOWED);
        assertThat(decideFor(PERSON)).isEqualTo("relationship_missing");

        assertThat(room.followLists.put(H41, List.of(relationship(PERSON, null))))
                .isEqualTo(1);

        assertThat(decideFor(PERSON)).isEqualTo("granted");
        assertThat(decideFor(PersonalId.soDinhDanh("999080000002"))).isEqualTo("relationship_missing");
        assertThat(room.followLists.remove(H41, List.of(PERSON))).isEqualTo(1);
        assertThat(decideFor(PERSON)).isEqualTo("relationship_missing");
        assertThat(room.acts.toString()).doesNotContain("999080000001");
    }

    @Test
    void forgetsARelationshipThatIsOver() {
        room.publish(H41, FOR_FOLLOWED);
        Instant until = room.clock.instant().plus(Duration.ofHours(1));
        room.followLists.put(H41, List.of(relationship(PERSON, until)));
        assertThat(decideFor(PERSON)).isEqualTo("granted");

        room.clock.shift(Duration.ofHours(2));

        assertThat(decideFor(PERSON)).isEqualTo("relationship_missing");
        assertThat(room.followLists.put(H41, List.of(relationship(PERSON, null))))
                .isZero();
        assertThat(decideFor(PERSON)).isEqualTo("granted");
    }

    @Test
    void keepsNoNumberOfAnybody() {
        room.followLists.put(H41, List.of(relationship(PERSON, null)));

        assertThat(room.jdbc.queryForList("select relationship::text from policy.relationship", String.class))
                .singleElement()
                .asString()
                .doesNotContain("999080000001");
    }

    @Test
    void refusesTooManyAndTimesInTheWrongOrder() {
        List<FollowLists.Relationship> many = Collections.nCopies(1001, relationship(PERSON, null));

        assertRefused(ErrorCode.LIMIT_REACHED, () -> room.followLists.put(H41, many));
        assertRefused(
                ErrorCode.FIELD_INVALID,
                () -> room.followLists.put(H41, List.of(relationship(PERSON, room.clock.instant()))));
    }

    private static FollowLists.Relationship relationship(PersonalId person, @Nullable Instant until) {
        return new FollowLists.Relationship(person, null, until, null);
    }

    private String decideWithCase(@Nullable String issue) {
        return room.decide(question("1.001193", "canbo01", null, PERSON, issue));
    }

    private String decideFor(PersonalId person) {
        return room.decide(question("1.001193", "canbo01", null, person, null));
    }

    private List<String> fields(String officer) {
        return room.decision(question(officer)) instanceof Decision.Granted granted
                ? granted.fields().stream().map(Object::toString).sorted().toList()
                : List.of();
    }

    private static void assertRefused(ErrorCode code, ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
