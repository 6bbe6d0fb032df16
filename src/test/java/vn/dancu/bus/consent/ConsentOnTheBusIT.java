package vn.dancu.bus.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/** The sandbox's bank: what it is answered before, with and after a person's consent. */
class ConsentOnTheBusIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BANK = "z99-ngan-hang";

    private final Person person = BUS.anybody();
    private final PersonalId number = PersonalId.soDinhDanh(person.soDinhDanh());
    private final String token = Tokens.fetch(BUS.ports().http(), BANK, "sandbox-z99");

    @Test
    void isAnsweredOnlyWhatThePersonAgreedToAndOnlyAsLongAsThePersonDoes() throws IOException {
        assertThat(ask().path("code").asText()).isEqualTo("consent_missing");
        UUID request = request();
        assertThat(ask().path("code").asText()).isEqualTo("consent_missing");

        BUS.bean(Consents.class).give(List.of(number), request, "1", Set.of(FieldPath.of("HoVaTen")), portal());

        JsonNode answer = ask();
        assertThat(answer.path("trangThai").asText()).as(answer.toString()).isEqualTo("found");
        assertThat(answer.at("/congDan/0").fieldNames()).toIterable().containsExactly("hoVaTen");
        BUS.bean(Consents.class).withdraw(List.of(number), request, portal());
        assertThat(ask().path("code").asText()).isEqualTo("consent_missing");
        assertThat(notices(request)).isEqualTo(2);
    }

    private UUID request() throws IOException {
        JsonNode asked = post(
                "/api/v1/consent-requests",
                "{\"maYeuCau\":\"bank-1\",\"soDinhDanh\":\"" + person.soDinhDanh()
                        + "\",\"mucDich\":\"chu-the-dong-y\",\"truong\":[\"HoVaTen\",\"ThuongTru\"],\"soNgay\":30,"
                        + "\"lyDo\":\"Mở tài khoản\"}");
        return UUID.fromString(asked.path("id").asText());
    }

    private JsonNode ask() throws IOException {
        return post(
                "/api/v1/citizens/lookup",
                "{\"maYeuCau\":\"" + UUID.randomUUID() + "\",\"maDVC\":\"1\",\"maCanBo\":\"canbo01\",\"soDinhDanh\":\""
                        + person.soDinhDanh() + "\",\"hoVaTen\":\"" + person.hoVaTen() + "\",\"ngaySinh\":\""
                        + person.ngaySinh() + "\"}");
    }

    private JsonNode post(String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer answer = RawHttp.send(
                BUS.ports().http(),
                "POST " + path,
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "Content-Length: " + bytes.length),
                bytes);
        return JSON.readTree(answer.body());
    }

    private static int notices(UUID request) {
        return BUS.jdbc()
                .sql("select count(*) from partner.notice where kind = 'consent-changed' and body_vi like ?")
                .param("%" + request + "%")
                .query(Integer.class)
                .single();
    }

    private static Consent.Channel portal() {
        return new Consent.Channel(new PartnerId("g22-portal"), "portal_account", "portal", "LoA2");
    }
}
