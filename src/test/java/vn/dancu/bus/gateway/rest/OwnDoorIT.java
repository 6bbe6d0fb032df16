package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedFeed;

/** What a partner manages itself, at the door: strict bodies, and answers as the contract says. */
@AtTheDoors
class OwnDoorIT {

    private static final Contract CONTRACT = new Contract();
    private static final String PERSON = "{\"soDinhDanh\":\"999080000001\"}";
    private static final String PERSON_KEY =
            "{\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"Mẫu Văn A\",\"ngaySinh\":\"1980\"}";
    private static final String NOBODY =
            "{\"soCMND\":\"999000001\",\"hoVaTen\":\"KHONG CO\",\"ngaySinh\":\"19800102\"}";
    private static final String FOLLOW =
            "{\"maCanBo\":\"canbo01\",\"lyDo\":\"Trợ cấp\",\"loai\":[\"moved\"],\"nguoi\":[%s]}";

    private final DoorsClient doors;

    OwnDoorIT(@LocalServerPort int port) {
        this.doors = new DoorsClient(port);
    }

    @Test
    void answersAsTheContractSays() {
        assertValid("OwnOfficer", call("PUT /api/v1/officers/moi01", "{\"hieuLucDen\":\"2099-01-01T00:00:00Z\"}"));
        assertValid("OwnOfficer", doors.get("/api/v1/officers/moi01", doors.token()));
        assertValid("OwnOfficers", doors.get("/api/v1/officers", doors.token()));
        assertThat(call("DELETE /api/v1/officers/moi01", "").status()).isEqualTo(204);
        assertValid("OwnProcedures", doors.get("/api/v1/procedures", doors.token()));
        assertValid("OwnProcedure", doors.get("/api/v1/procedures/1.001193", doors.token()));
        assertValid("OwnProcedure", call("PUT /api/v1/procedures/1.001193", "{\"mo\":false}"));
        assertValid("RelationshipsChanged", call("PUT /api/v1/relationships", "{\"quanHe\":[" + PERSON + "]}"));
        assertValid(
                "RelationshipsChanged", call("POST /api/v1/relationships/removals", "{\"quanHe\":[" + PERSON + "]}"));
    }

    @Test
    void followsAndReadsChangesAsTheContractSays() {
        assertValid("FollowOutcomes", call("PUT /api/v1/follows", FOLLOW.formatted(PERSON_KEY + "," + NOBODY)));
        assertValid("Follows", doors.get("/api/v1/follows?limit=10", doors.token()));
        RawHttp.Answer page = doors.get("/api/v1/changes", doors.token());
        assertValid("Changes", page);
        String next = DoorsClient.json(page).path("tiepTheo").asText();
        assertThat(DoorsClient.json(doors.get("/api/v1/changes?after=" + next, doors.token()))
                        .path("suKien"))
                .isEmpty();
        assertThat(call("POST /api/v1/changes/receipts", "{\"bienNhan\":\"" + ScriptedFeed.RECEIPT + "\"}")
                        .status())
                .isEqualTo(204);
        assertValid(
                "FollowsRemoved",
                call("POST /api/v1/follows/removals", "{\"nguoi\":[{\"maNguoi\":\"" + ScriptedFeed.SUBJECT + "\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET changes?after=x      | `` | field_invalid | after",
                "GET changes?limit=0      | `` | field_invalid | limit",
                "GET changes?limit=1001   | `` | field_invalid | limit",
                "POST changes/receipts | {\"bienNhan\":\"x\"} | field_invalid | bienNhan",
                "POST changes/receipts | {} | field_missing | bienNhan",
                "PUT follows | {\"maCanBo\":\"canbo01\",\"lyDo\":\"x\"} | field_missing | nguoi",
                "PUT follows | {\"maCanBo\":\"c\",\"lyDo\":\"x\",\"nguoi\":[{\"hoVaTen\":\"A\",\"ngaySinh\":\"1990\"}]} | field_missing | nguoi[0].soDinhDanh",
                "PUT follows | {\"maCanBo\":\"c\",\"lyDo\":\"x\",\"nguoi\":[{\"soCMND\":\"999000001\",\"hoVaTen\":\"A\",\"ngaySinh\":\"31/12/1990\"}]} | field_invalid | nguoi[0].ngaySinh",
                "PUT follows | {\"maCanBo\":\"c\",\"lyDo\":\"x\",\"nguoi\":[{\"soCMND\":\"999000001\",\"hoVaTen\":\" \",\"ngaySinh\":\"1990\"}]} | field_invalid | nguoi[0].hoVaTen",
                "PUT follows | {\"maCanBo\":\"c\",\"lyDo\":\"x\",\"loai\":[\"born\"],\"nguoi\":[]} | field_invalid | loai",
                "PUT follows | {\"maCanBo\":\"c\",\"lyDo\":\"x\",\"mucDich\":\"X!\",\"nguoi\":[]} | field_invalid | mucDich",
                "PUT officers/moi01      | {\"hieuLucDen\":\"01/01/2027\"}                  | field_invalid     | hieuLucDen",
                "PUT officers/moi01      | {\"hieuLucDen\":\"2027-01-01T00:00:00\"}         | field_invalid     | hieuLucDen",
                "PUT officers/moi01      | {\"hieuLucDen\":1}                              | field_invalid     | hieuLucDen",
                "PUT officers/moi01      | {\"den\":\"x\"}                                 | field_unknown     | *",
                "PUT officers/moi01      | []                                              | message_invalid   | body",
                "PUT officers/moi01      | {} {}                                           | message_malformed | body",
                "PUT officers/moi01      | {\"hieuLucDen\":null,\"hieuLucDen\":null}       | field_duplicated  | body",
                "PUT procedures/1.001193 | {}                                              | field_missing     | mo",
                "PUT procedures/1.001193 | {\"mo\":\"true\"}                               | field_invalid     | mo",
                "PUT relationships       | {}                                              | field_missing     | quanHe",
                "PUT relationships       | {\"quanHe\":{}}                                 | field_invalid     | quanHe",
                "PUT relationships       | {\"quanHe\":[{}]}                               | field_missing     | quanHe[0].soDinhDanh",
                "PUT relationships       | {\"quanHe\":[{\"soDinhDanh\":\"12\"}]}          | field_invalid     | quanHe[0].soDinhDanh",
                "PUT relationships       | {\"quanHe\":[{\"soCMND\":\"999\"}]}             | field_invalid     | quanHe[0].soCMND",
                "POST relationships/removals | {\"quanHe\":[{\"maHoSo\":\"1\"}]}               | field_unknown     | quanHe[0].*",
                "GET officers/nobody     | `` | resource_unknown |",
                "GET procedures/9.9      | `` | resource_unknown |",
            })
    void refusesNamingTheField(String call, String body, String code, @Nullable String field) {
        String[] parts = call.split(" ");
        RawHttp.Answer answer = call(parts[0] + " /api/v1/" + parts[1], body);

        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo(field == null ? "" : field);
        assertValid("Problem", answer);
    }

    @Test
    void takesAThousandPersonsAndNoMore() {
        String many = String.join(",", Collections.nCopies(1000, PERSON));

        assertThat(call("PUT /api/v1/relationships", "{\"quanHe\":[" + many + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(DoorsClient.code(call("PUT /api/v1/relationships", "{\"quanHe\":[" + many + "," + PERSON + "]}")))
                .isEqualTo("limit_reached");
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThat(DoorsClient.code(doors.send("GET /api/v1/officers", ""))).isEqualTo("credentials_missing");
    }

    private RawHttp.Answer call(String startLine, String body) {
        return doors.send(startLine, body, "Authorization: Bearer " + doors.token(), "Content-Type: application/json");
    }

    private static void assertValid(String schema, RawHttp.Answer answer) {
        assertThat(CONTRACT.findingsByName(schema, DoorsClient.json(answer)))
                .as(answer.body())
                .isEmpty();
    }
}
