package vn.dancu.bus.policy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.bus.policy.PolicyRoom.BINH;
import static vn.dancu.bus.policy.PolicyRoom.DUNG;
import static vn.dancu.bus.policy.PolicyRoom.G22;
import static vn.dancu.bus.policy.PolicyRoom.GIANG;
import static vn.dancu.bus.policy.PolicyRoom.H41;
import static vn.dancu.bus.policy.PolicyRoom.RIGHTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.policy.PolicyFlaw;
import vn.dancu.bus.policy.PolicyRoom;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.PolicyVersions;
import vn.dancu.bus.policy.RightsDifference;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;
import vn.dancu.bus.policy.file.GrantReader;

public class DraftEditorIT {

    private static final String WIDER = RIGHTS.replace("[\"HoVaTen\"]", "[\"HoVaTen\", \"GioiTinh\"]");

    private final PolicyRoom room = new PolicyRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void publishesWhatAnotherPersonWrote() {
        long draft = room.drafts.open(null, "LGSP begins", DUNG).id();
        assertThat(room.drafts.write(draft, H41, RIGHTS, DUNG)).isEmpty();

        PolicyVersion version = room.drafts.publish(draft, BINH);

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.authors()).containsExactly("dung");
        assertThat(version.publishedBy()).isEqualTo("binh");
        assertThat(version.note()).isEqualTo("LGSP begins");
        assertThat(room.decide(PolicyRoom.question("canbo01"))).isEqualTo("granted");
        assertThat(room.actions()).containsExactly("policy.draft_opened", "policy.draft_changed", "policy.published");
        assertThat(room.acts.get(2).detail())
                .containsEntry("hash", version.hash())
                .containsEntry("authors", "dung");
    }

    @Test
    void letsNobodyPublishWhoWroteInTheDraft() {
        long draft = opened(RIGHTS);
        room.drafts.write(draft, G22, RIGHTS, GIANG);

        assertRefused(ErrorCode.SECOND_PERSON_REQUIRED, () -> room.drafts.publish(draft, DUNG));
        assertRefused(ErrorCode.SECOND_PERSON_REQUIRED, () -> room.drafts.publish(draft, GIANG));
        assertThat(room.drafts.publish(draft, BINH).authors()).containsExactly("dung", "giang");
    }

    @Test
    void publishesADraftOnce() {
        long draft = opened(RIGHTS);
        room.drafts.publish(draft, BINH);

        assertRefused(ErrorCode.ALREADY_APPROVED, () -> room.drafts.publish(draft, BINH));
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.drafts.discard(draft, BINH));
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.drafts.write(draft, H41, RIGHTS, DUNG));
        assertThat(room.newestNumber()).isEqualTo(1);
    }

    @Test
    void publishesNothingThatWasDiscardedOrChangesNothing() {
        long discarded = opened(RIGHTS);
        room.drafts.discard(discarded, GIANG);
        long empty = room.drafts.open(null, "nothing in it", DUNG).id();

        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.drafts.publish(discarded, BINH));
        assertRefused(ErrorCode.MOVE_NOT_ALLOWED, () -> room.drafts.publish(empty, BINH));
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.drafts.publish(4711, BINH));
    }

    @Test
    void refusesADraftWhoseBaseIsNoLongerTheNewest() {
        long slow = opened(RIGHTS);
        room.publish(G22, RIGHTS);

        assertRefused(ErrorCode.VERSION_OUTDATED, () -> room.drafts.publish(slow, BINH));
    }

    @Test
    void publishesOneOfTwoDraftsThatArePublishedAtOnce() throws Exception {
        long one = opened(RIGHTS);
        long other = opened(WIDER);

        assertThat(atOnce(() -> room.drafts.publish(one, BINH), () -> room.drafts.publish(other, BINH)))
                .containsExactlyInAnyOrder("done", "version_outdated");
        assertThat(room.newestNumber()).isEqualTo(1);
    }

    @Test
    void publishesADraftOnceThoughTwoPersonsDoAtOnce() throws Exception {
        long draft = opened(RIGHTS);

        assertThat(atOnce(() -> room.drafts.publish(draft, BINH), () -> room.drafts.publish(draft, GIANG)))
                .containsExactlyInAnyOrder("done", "already_approved");
        assertThat(room.actions()).containsOnlyOnce("policy.published");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndPublishesNoneOfIt() {
        long draft = room.drafts.open(null, "contradictory", DUNG).id();
        List<PolicyFlaw> findings = room.drafts.write(
                draft,
                H41,
                """
                {"officers": ["canbo01"], "odd": 1,
                 "grants": [
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "nghien-cuu", "procedures": ["a"],
                   "fields": ["HoVaTen"]},
                  {"services": ["KhongCo"], "purpose": "giai-quyet-tthc", "procedures": ["a"], "fields": ["HoVaTen"]},
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc", "procedures": ["a"],
                   "fields": ["MauToc"], "relationship": "cousin"}],
                 "quotas": [{"services": ["*"], "perMinute": -1, "perDay": 1}]}
                """,
                DUNG);

        assertThat(findings)
                .extracting(PolicyFlaw::path)
                .containsExactlyInAnyOrder(
                        "odd",
                        "grants[0].purpose",
                        "grants[1].services[0]",
                        "grants[2].relationship",
                        "grants[2].services[0]",
                        "quotas[0].perMinute");
        assertThat(room.drafts.findings(draft)).isEqualTo(findings);
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.drafts.publish(draft, BINH));
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.drafts.differences(draft));
        assertThat(room.newestNumber()).isZero();
    }

    @Test
    void showsWhatPublishingWouldChange() {
        room.publish(H41, RIGHTS);
        long draft = opened(WIDER.replace("1000", "2000"));

        assertThat(room.drafts.differences(draft))
                .containsExactly(
                        new RightsDifference(
                                "h41-lgsp", "grants/TraCuuThongTinCongDan/1/fields", List.of(), List.of("GioiTinh")),
                        new RightsDifference(
                                "h41-lgsp", "quotas/TraCuuThongTinCongDan/perDay", List.of("1000"), List.of("2000")));
    }

    @Test
    void takesAChangeOutOfADraft() {
        room.publish(H41, RIGHTS);
        long draft = opened(WIDER);

        room.drafts.leave(draft, H41, DUNG);

        assertThat(room.drafts.differences(draft)).isEmpty();
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.drafts.leave(draft, H41, DUNG));
    }

    @Test
    void bringsAnOldVersionBackAsADraftOfItsOwn() {
        PolicyVersion first = room.publish(H41, RIGHTS);
        room.publish(H41, WIDER);
        room.publish(G22, RIGHTS);
        long back = room.drafts.open(1L, "as it was", DUNG).id();

        PolicyVersion version = room.drafts.publish(back, BINH);

        assertThat(version.number()).isEqualTo(4);
        assertThat(version.hash()).isEqualTo(first.hash());
        assertThat(room.drafts.find(back)).hasValueSatisfying(it -> {
            assertThat(it.origin()).isEqualTo(1);
            assertThat(it.partners()).containsExactly("g22-portal", "h41-lgsp");
        });
    }

    @Test
    void keepsOldVersionsReadableAndUnchanged() {
        room.publish(H41, RIGHTS);
        room.publish(H41, WIDER);
        PolicyVersions reader = room.versions;

        assertThat(reader.rights(1, H41)).contains("HoVaTen").doesNotContain("GioiTinh");
        assertThat(reader.list(Long.MAX_VALUE, 10))
                .extracting(PolicyVersion::number)
                .containsExactly(2L, 1L);
        assertThat(reader.differences(0, 1)).isNotEmpty();
        for (String table : List.of("version", "permission", "officer", "quota", "managed")) {
            assertThatThrownBy(() -> room.jdbc.update("delete from policy." + table))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void refusesToWriteForNobodyAndTooMuch() {
        long draft = opened(RIGHTS);

        assertRefused(
                ErrorCode.RESOURCE_UNKNOWN, () -> room.drafts.write(draft, new PartnerId("nobody"), RIGHTS, DUNG));
        assertRefused(
                ErrorCode.LIMIT_REACHED,
                () -> room.drafts.write(draft, H41, " ".repeat(PolicyDrafts.MAX_RIGHTS_LENGTH + 1), DUNG));
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.drafts.open(null, " ", DUNG));
        assertRefused(ErrorCode.RESOURCE_UNKNOWN, () -> room.drafts.open(7L, "no such version", DUNG));
    }

    @Test
    void letsOnlySoManyDraftsBeOpen() {
        for (int i = 0; i < 200; i++) {
            room.drafts.open(null, "one of many", DUNG);
        }

        assertRefused(ErrorCode.LIMIT_REACHED, () -> room.drafts.open(null, "one too many", DUNG));
    }

    /** Which kinds of bodies these are stands in connection/kinds.yaml. */
    @Test
    void refusesToABankWhatDoesNotNeedTheConsentOfThePerson() {
        room.bean(Authorities.class)
                .register(new Authority(AgencyCode.of("H41"), null, "credit-institution", "Ngân hàng thử"), BINH);
        String own = RIGHTS.replace("\"purpose\"", "\"relationship\": \"citizen\", \"purpose\"");
        long draft = opened(own);
        assertThat(room.drafts.findings(draft))
                .as("a person asks for the own record")
                .isEmpty();

        List<PolicyFlaw> missing = room.drafts.write(draft, H41, RIGHTS, DUNG);
        List<PolicyFlaw> denied = room.drafts.write(draft, H41, consent("none"), DUNG);

        assertThat(missing).singleElement().satisfies(flaw -> {
            assertThat(flaw.path()).isEqualTo("grants[0]");
            assertThat(flaw.rule()).startsWith("must have consent: required").contains("credit-institution");
        });
        assertThat(denied).singleElement().satisfies(flaw -> assertThat(flaw.path())
                .isEqualTo("grants[0].consent"));
        assertRefused(ErrorCode.FIELD_INVALID, () -> room.drafts.publish(draft, BINH));
        assertThat(room.drafts.write(draft, H41, consent("required"), DUNG)).isEmpty();
        assertThat(room.drafts.publish(draft, BINH).number()).isEqualTo(1);
    }

    private static String consent(String demand) {
        return RIGHTS.replace("\"purpose\"", "\"consent\": \"" + demand + "\", \"purpose\"");
    }

    @Test
    void keepsInTheDatabaseWhatWasWritten() {
        String rights =
                """
                {"officers": ["a.b", "canbo01"], "managedOfficers": 3,
                 "grants": [
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "giai-quyet-tthc", "procedures": ["*"],
                   "officers": ["canbo01"], "relationship": "case", "caseForms": ["H41.1-######-####"],
                   "fields": ["HoVaTen", "GioiTinh"]},
                  {"services": ["TraCuuThongTinCongDan"], "purpose": "thi-diem", "legalBasis": "Quyết định 1 | thí điểm",
                   "procedures": ["-"], "relationship": "follow-list", "fields": []}],
                 "quotas": [{"services": ["TraCuuThongTinCongDan"], "perMinute": 1, "perDay": 2}]}
                """;
        PolicyContent content =
                new PolicyContent(Map.of(H41, room.bean(GrantReader.class).read("test", rights, null)));

        PolicyVersion version = room.publish(H41, rights);

        PublishedPolicy stored = room.bean(JdbcPolicies.class).read(version.number());
        assertThat(stored.content()).isEqualTo(content);
        assertThat(stored.content().hash()).isEqualTo(version.hash());
    }

    private long opened(String rights) {
        long draft = room.drafts.open(null, "for a test", DUNG).id();
        room.drafts.write(draft, H41, rights, DUNG);
        return draft;
    }

    private static void assertRefused(ErrorCode code, ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    /** {@code done}, or the code of the refusal, of each. */
    public static List<String> atOnce(Callable<?>... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        CyclicBarrier start = new CyclicBarrier(works.length);
        try {
            List<Future<String>> outcomes = Stream.of(works)
                    .map(work -> threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        try {
                            work.call();
                            return "done";
                        } catch (BusException e) {
                            return e.refusal().code().code();
                        }
                    }))
                    .toList();
            List<String> texts = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                texts.add(outcome.get(30, TimeUnit.SECONDS));
            }
            return texts;
        } finally {
            threads.shutdownNow();
        }
    }
}
