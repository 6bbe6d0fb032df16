package vn.dancu.bus.citizen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.BirthDate;

/** Uses that stand in the log of somebody who was not asked about, and questions that somebody else asked for the citizen. */
class RelatedUsesIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final BirthDate BORN = BirthDate.of(LocalDate.of(1990, 5, 17));
    private static final Proof PROOF = new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", null);

    private final AccessLog log = BUS.bean(AccessLog.class);

    @Test
    void standsInTheLogOfEachMemberOfAHousehold() {
        String token = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        for (Person head : BUS.people().subList(200, 260)) {
            Set<String> members = household(token, head);
            members.remove(head.soDinhDanh());
            for (String member : members) {
                PersonalId number = PersonalId.soDinhDanh(member);
                VerifiedCitizen citizen = new VerifiedCitizen(number, "ai đó", BORN, PROOF);
                assertThat(log.page(citizen, new AccessQuery(null, null, false, null, 100))
                                .entries())
                        .anySatisfy(entry -> {
                            assertThat(entry.service().code()).isEqualTo("inquiry.member_released");
                            assertThat(entry.by())
                                    .isEqualTo(
                                            new AccessEntry.User(AccessEntry.Side.AUTHORITY, "Trục LGSP tỉnh Nghệ An"));
                            assertThat(String.valueOf(entry.purpose())).contains("giai-quyet-tthc");
                        });
            }
            if (!members.isEmpty()) {
                return;
            }
        }
        throw new AssertionError("Nobody of them lives with others");
    }

    private static Set<String> household(String token, Person person) {
        byte[] body = ("{\"maYeuCau\": \"" + UUID.randomUUID()
                        + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \""
                        + person.soDinhDanh()
                        + "\", \"hoVaTen\": \"" + person.hoVaTen() + "\", \"ngaySinh\": \"" + person.ngaySinh() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer answer = RawHttp.send(
                BUS.ports().http(),
                "POST /api/v1/households/lookup",
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length),
                body);
        assertThat(answer.status()).isEqualTo(200);
        return Pattern.compile("\"soDinhDanh\"\\s*:\\s*\"([0-9]{12})\"")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void tellsAParentFromTheCitizenAtTheCitizensDoor() {
        PersonalId child = PersonalId.soDinhDanh("999777000018");
        ask(child, "/api/v1/me/record");
        ask(child, "/api/v1/me/related-persons/extract");
        VerifiedCitizen citizen = new VerifiedCitizen(child, "ai đó", BORN, PROOF);

        assertThat(log.page(citizen, new AccessQuery(null, null, true, null, 2)).entries())
                .extracting(entry -> entry.by().side())
                .containsExactlyInAnyOrder(AccessEntry.Side.RELATIVE, AccessEntry.Side.CITIZEN);
        assertThat(log.page(citizen, new AccessQuery(null, null, false, null, 2))
                        .entries())
                .extracting(entry -> entry.by().side())
                .containsOnly(AccessEntry.Side.RELATIVE);
    }

    private static void ask(PersonalId person, String path) {
        Instant now = Instant.now(Clock.systemUTC());
        AuditRecord.Trace trace = new AuditRecord.Trace(null, null, "GET", path, null, null, null, null);
        BUS.bean(AuditTrail.class)
                .append(new AuditRecord(
                        UUID.randomUUID(),
                        new AuditRecord.Who("g22-portal", "cong-dan", null, new Purpose("tra-cuu-ban-than")),
                        new AuditRecord.What(
                                new ServiceCode("TraCuuThongTinCongDan"),
                                Set.of(FieldPath.of("HoVaTen")),
                                Set.of(),
                                1,
                                "ab".repeat(32)),
                        person,
                        new AuditRecord.How("me", "m-1", 1, 1, now, now, trace),
                        "found",
                        null,
                        null));
    }
}
