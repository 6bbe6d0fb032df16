package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.CitizenIssuer;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.pdf.PdfSignatureCheck;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** The whole bus through the citizens' door, with accounts of both kinds. */
class CitizenOnTheBusIT {

    private static final Contract CONTRACT = new Contract();
    private static final RunningBus BUS = RunningBus.shared();

    private final DoorsClient doors = new DoorsClient(BUS.ports().http());
    private final String portal = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");
    private final Person person = BUS.anybody();

    @Test
    void showsAccountsOfBothKindsTheirRecordAndHousehold() {
        for (CitizenIssuer issuer : List.of(CitizenIssuer.PORTAL, CitizenIssuer.EID)) {
            String token = issuer.token(person, Instant.now());

            RawHttp.Answer record = get("record", portal, token);
            RawHttp.Answer household = get("household?fields=ChuHo,ThanhVien", portal, token);

            assertThat(record.status()).as(record.body()).isEqualTo(200);
            assertThat(CONTRACT.findingsByName("CitizenAnswer", DoorsClient.json(record)))
                    .isEmpty();
            assertThat(DoorsClient.json(record).at("/congDan/0/soDinhDanh").asText())
                    .isEqualTo(person.soDinhDanh());
            assertThat(DoorsClient.json(household).at("/hoGiaDinh/thanhVien").toString())
                    .contains(person.soDinhDanh());
            assertThat(DoorsClient.json(household).at("/hoGiaDinh/thuongTru").isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void recordsTheQuestionUnderItsDoorAndCountsItInTheLedger() {
        RawHttp.Answer answer = get("record", portal, CitizenIssuer.PORTAL.token(person, Instant.now()));

        Map<String, Object> event = BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'door' as door, event::jsonb -> 'data' ->> 'purpose' as"
                        + " purpose, event::jsonb -> 'data' ->> 'path' as path, officer from audit.event where id"
                        + " = cast(:id as uuid)")
                .param("id", answer.headers().get("DanCu-Event-Id"))
                .query()
                .singleRow();
        assertThat(event)
                .containsEntry("door", "me")
                .containsEntry("purpose", "tra-cuu-ban-than")
                .containsEntry("path", "/api/v1/me/record")
                .containsEntry("officer", "cong-dan");
        await().untilAsserted(() -> assertThat(BUS.jdbc()
                        .sql("select coalesce(sum(answered), 0) from ledger.count where door = 'me' and partner ="
                                + " 'g22-portal'")
                        .query(Long.class)
                        .single())
                .isPositive());
    }

    @Test
    void showsWhatOtherAuthoritiesBroughtAndRecordsIt() {
        Person enriched = BUS.enriched(1);
        String token = CitizenIssuer.PORTAL.token(enriched, Instant.now());

        RawHttp.Answer record = get("record?fields=TheBHYT/MaThe,MaSoThue,ToaAn", portal, token);

        JsonNode citizen = DoorsClient.json(record).at("/congDan/0");
        assertThat(CONTRACT.findingsByName("CitizenAnswer", DoorsClient.json(record)))
                .isEmpty();
        assertThat(citizen.at("/theBHYT/maThe").asText()).isEqualTo("DN4019900000201");
        assertThat(citizen.at("/theBHYT/coQuanCungCap").asText()).isEqualTo("bhxh-viet-nam");
        assertThat(citizen.at("/theBHYT/giaTriDen").isMissingNode()).isTrue();
        assertThat(citizen.at("/maSoThue/ngayXacThuc").asText()).isEqualTo("2026-10-05");
        Map<String, Object> event = BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'releasedFields' as released, event::jsonb -> 'data' ->>"
                        + " 'withheldFields' as withheld from audit.event where id = cast(:id as uuid)")
                .param("id", record.headers().get("DanCu-Event-Id"))
                .query()
                .singleRow();
        assertThat((String) event.get("released"))
                .contains("\"TheBHYT/MaThe\"", "\"MaSoThue\"")
                .doesNotContain("ToaAn");
        assertThat(event).containsEntry("withheld", "[\"ToaAn\"]");
        await().untilAsserted(() ->
                assertThat(get("access-log", portal, token).body()).contains("Thẻ bảo hiểm y tế", "Mã số thuế"));
    }

    @Test
    void showsAParentTheirChildAndNobodyElse() {
        Family family = family();
        String token = CitizenIssuer.PORTAL.token(family.parent(), Instant.now());

        RawHttp.Answer child = related(token, family.child());
        RawHttp.Answer other = related(token, BUS.anybody().soDinhDanh());
        RawHttp.Answer nobody = related(token, "999999999999");

        assertThat(child.status()).as(child.body()).isEqualTo(200);
        assertThat(BUS.jdbc()
                        .sql("select event::jsonb -> 'data' ->> 'representedParty' from audit.event where id ="
                                + " cast(:id as uuid)")
                        .param("id", child.headers().get("DanCu-Event-Id"))
                        .query(String.class)
                        .single())
                .as("who asked, by keyed hash")
                .matches("parent/[0-9a-f]{64}");
        assertThat(DoorsClient.json(child).at("/congDan/0/soDinhDanh").asText()).isEqualTo(family.child());
        assertThat(DoorsClient.code(other)).isEqualTo("relation_not_recorded");
        assertThat(other.status()).isEqualTo(nobody.status());
        assertThat(DoorsClient.code(nobody)).isEqualTo("relation_not_recorded");
    }

    @Test
    void givesASignedExtractOfTheChildWhoseRecordNamesTheParent() throws Exception {
        Family family = family();
        HttpResponse<byte[]> extract = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + BUS.ports().http() + "/api/v1/me/related-persons/extract"))
                                .header("Authorization", "Bearer " + portal)
                                .header("DanCu-Citizen-Token", CitizenIssuer.EID.token(family.parent(), Instant.now()))
                                .header("DanCu-Citizen-Nonce", CitizenIssuer.NONCE)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"soDinhDanh\":\"" + family.child() + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(extract.statusCode()).isEqualTo(200);
        assertThat(PdfSignatureCheck.faults(extract.body())).isEmpty();
        Map<String, Object> event = BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'representedParty' as party, message_id, event::jsonb ->"
                        + " 'data' ->> 'bytesOut' as bytes from audit.event where id = cast(:id as uuid)")
                .param("id", extract.headers().firstValue("DanCu-Event-Id").orElseThrow())
                .query()
                .singleRow();
        assertThat((String) event.get("party")).matches("parent/[0-9a-f]{64}");
        assertThat((String) event.get("message_id")).matches("TB-\\d{4}-\\d+");
        assertThat(event).containsEntry("bytes", String.valueOf(extract.body().length));
    }

    @Test
    void refusesATokenThatAnotherPartnerHasShown() {
        String token = CitizenIssuer.EID.token(person, Instant.now());
        String hub = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");

        assertThat(get("record", portal, token).status()).isEqualTo(200);
        assertThat(DoorsClient.code(get("record", hub, token))).isEqualTo("citizen_token_replayed");
    }

    @Test
    void saysWhichClaimTheRegisterHasOtherwise() {
        Map<String, Object> claims = CitizenIssuer.PORTAL.claims(person, Instant.now());
        claims.put("HoVaTen", "Người Nào Khác");

        RawHttp.Answer refused = get("record", portal, CitizenIssuer.PORTAL.signed(claims));

        JsonNode problem = DoorsClient.json(refused);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(problem.path("code").asText()).isEqualTo("citizen_not_matched");
        assertThat(problem.path("field").asText()).isEqualTo("HoVaTen");
        assertThat(problem.path("rule").asText()).contains("https://portal.example.vn/account");
        assertThat(refused.body()).doesNotContain(person.soDinhDanh(), person.hoVaTen(), "Người Nào Khác");
    }

    @Test
    void refusesAMegabyteAndBytesThatAreNoToken() {
        assertThat(get("record", portal, "A".repeat(1 << 20)).status()).isBetween(400, 431);
        assertThat(DoorsClient.code(get("record", portal, "thẻ.của.công dân"))).isEqualTo("citizen_token_invalid");
    }

    private record Family(Person parent, String child) {}

    private static Family family() {
        PopulationRegister register = BUS.bean(PopulationRegister.class);
        for (Person each : BUS.people()) {
            Optional<RegisteredPerson> found = register.findPerson(PersonalId.soDinhDanh(each.soDinhDanh()));
            for (PersonalId child : found.map(RegisteredPerson::children).orElse(List.of())) {
                int year = register.findPerson(child).orElseThrow().birthDate().year();
                if (year > LocalDate.now(ZoneOffset.UTC).getYear() - 17) {
                    return new Family(each, child.digits());
                }
            }
        }
        throw new IllegalStateException("Nobody of the sandbox has a child under age");
    }

    private RawHttp.Answer get(String address, String partner, String token) {
        return doors.send(
                "GET /api/v1/me/" + address,
                "",
                "Authorization: Bearer " + partner,
                "DanCu-Citizen-Token: " + token,
                "DanCu-Citizen-Nonce: " + CitizenIssuer.NONCE);
    }

    private RawHttp.Answer related(String token, String number) {
        return doors.send(
                "POST /api/v1/me/related-persons/record",
                "{\"soDinhDanh\":\"" + number + "\"}",
                "Content-Type: application/json",
                "Authorization: Bearer " + portal,
                "DanCu-Citizen-Token: " + token,
                "DanCu-Citizen-Nonce: " + CitizenIssuer.NONCE);
    }
}
