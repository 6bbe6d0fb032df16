package vn.dancu.bus.desk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.fixtures.GovernedPartner.json;
import static vn.dancu.bus.fixtures.GovernedPartner.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

class PolicyDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final GovernedPartner PARTNER = GovernedPartner.enrol(BUS, "h90-chinh-sach");

    private final Desk author = PARTNER.desk(Desk.Sandbox.POLICY_MANAGER);
    private final Desk publisher = PARTNER.desk(Desk.Sandbox.SECOND_POLICY_MANAGER);
    private final Desk inspector = PARTNER.desk(Desk.Sandbox.INSPECTOR);

    @Test
    void bringsAFieldIntoTheNextAnswerInFourSteps() {
        PARTNER.publish(rights(Map.of(), "HoVaTen"));
        String token = PARTNER.token(PORT);
        assertThat(citizen(PARTNER.ask(PORT, token, "canbo01")).has("gioiTinh")).isFalse();

        long draft = PARTNER.draft(rights(Map.of(), "HoVaTen", "GioiTinh"));
        Desk.Answer diff = inspector.get("policy/drafts/" + draft + "/diff");
        assertThat(diff.body().path("differences")).hasSize(1);
        assertThat(diff.body().at("/differences/0/added/0").asText()).isEqualTo("GioiTinh");
        assertThat(author.send("POST", "policy/drafts/" + draft + "/publish", null)
                        .code())
                .isEqualTo("second_person_required");
        Desk.Answer published = publisher.send("POST", "policy/drafts/" + draft + "/publish", null);

        assertThat(published.status()).isEqualTo(200);
        assertThat(citizen(PARTNER.ask(PORT, token, "canbo01")).has("gioiTinh")).isTrue();
        assertThat(publisher
                        .send("POST", "policy/drafts/" + draft + "/publish", null)
                        .code())
                .isEqualTo("already_approved");
        long version = published.body().path("number").asLong();
        assertThat(inspector.get("policy/versions/" + version + "/diff").body().path("differences"))
                .hasSize(1);
        assertThat(inspector
                        .get("policy/versions?limit=1")
                        .body()
                        .at("/items/0/number")
                        .asLong())
                .isEqualTo(version);
        assertThat(inspector
                        .get("policy/versions/" + version + "/partners/" + PARTNER.id())
                        .body()
                        .at("/grants/0/fields"))
                .hasSize(2);
        assertThat(acts("policy.published", "policy/" + version)).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongInADraftAndPublishesItNot() {
        long draft = author.send("POST", "policy/drafts", Map.of("note", "wrong"))
                .body()
                .path("id")
                .asLong();

        Desk.Answer written = author.send(
                "PUT",
                "policy/drafts/" + draft + "/partners/" + PARTNER.id(),
                rights(Map.of("relationship", "cousin", "purpose", "khong-co"), "MauToc"));

        assertThat(written.body().path("findings")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(inspector.get("policy/drafts/" + draft + "/findings").body()).isEqualTo(written.body());
        assertThat(publisher
                        .send("POST", "policy/drafts/" + draft + "/publish", null)
                        .code())
                .isEqualTo("field_invalid");
        assertThat(author.send("POST", "policy/drafts/" + draft + "/discard", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void explainsWhichRuleRefusesWithoutAnybodysNumber() {
        PARTNER.publish(rights(Map.of("relationship", "case"), "HoVaTen"));
        Map<String, Object> question = Map.of(
                "partner",
                PARTNER.id(),
                "service",
                "TraCuuThongTinCongDan",
                "procedure",
                "1.001193",
                "officer",
                "canbo01");

        Desk.Answer refused = inspector.send("POST", "policy/explain", question);
        Map<String, Object> withCase = new HashMap<>(question);
        withCase.put("issue", "H41.1-261124-0001");
        Desk.Answer granted = inspector.send("POST", "policy/explain", withCase);

        assertThat(refused.body().path("code").asText()).isEqualTo("relationship_missing");
        assertThat(refused.body().path("decision").asText()).isEqualTo("refused");
        assertThat(granted.body().path("decision").asText()).isEqualTo("granted");
        assertThat(granted.body().at("/grant/quotas")).hasSize(2);
    }

    @Test
    void letsAGrantForCasesThroughWithTheNumberOfTheCase() {
        PARTNER.publish(rights(Map.of("relationship", "case", "caseForms", List.of("H41.1-######-####")), "HoVaTen"));
        String token = PARTNER.token(PORT);

        RawHttp.Answer without = PARTNER.ask(PORT, token, "canbo01");
        RawHttp.Answer with = PARTNER.ask(PORT, token, "canbo01", "X-Road-Issue: H41.1-261124-0001");

        assertThat(without.status()).isEqualTo(403);
        assertThat(json(without).path("code").asText()).isEqualTo("relationship_missing");
        assertThat(json(without).path("field").asText()).isEqualTo("X-Road-Issue");
        assertThat(with.status()).isEqualTo(200);
    }

    @Test
    void letsAGrantForAFollowListThroughOnceThePersonIsOnIt() {
        PARTNER.publish(rights(Map.of("relationship", "follow-list"), "HoVaTen"));
        String token = PARTNER.token(PORT);
        String list = "{\"quanHe\":[{\"soDinhDanh\":\"" + BUS.anybody().soDinhDanh() + "\",\"maHoSo\":\"HS-1\"}]}";
        assertThat(json(PARTNER.ask(PORT, token, "canbo01")).path("code").asText())
                .isEqualTo("relationship_missing");

        RawHttp.Answer put = GovernedPartner.call(PORT, token, "PUT /api/v1/relationships", list);

        assertThat(json(put).path("thayDoi").asInt()).isEqualTo(1);
        assertThat(PARTNER.ask(PORT, token, "canbo01").status()).isEqualTo(200);
        String off = list.replace(",\"maHoSo\":\"HS-1\"", "");
        assertThat(json(GovernedPartner.call(PORT, token, "POST /api/v1/relationships/removals", off))
                        .path("thayDoi")
                        .asInt())
                .isEqualTo(1);
        assertThat(PARTNER.ask(PORT, token, "canbo01").status()).isEqualTo(403);
    }

    @Test
    void letsAPartnerManageItsOfficersAndProceduresInsideItsLimits() {
        PARTNER.publish(rights(Map.of(), "HoVaTen"));
        String token = PARTNER.token(PORT);

        assertThat(own(token, "PUT /api/v1/officers/moi01", "{\"hieuLucDen\":\"2099-01-01T00:00:00+07:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(PARTNER.ask(PORT, token, "moi01").status()).isEqualTo(200);
        assertThat(own(token, "PUT /api/v1/officers/moi02", "{}").status()).isEqualTo(200);
        assertThat(json(own(token, "PUT /api/v1/officers/moi03", "{}"))
                        .path("code")
                        .asText())
                .isEqualTo("limit_reached");
        JsonNode officers = json(own(token, "GET /api/v1/officers", ""));
        assertThat(officers.path("gioiHan").asInt()).isEqualTo(2);
        assertThat(officers.path("canBo")).hasSize(2);
        assertThat(own(token, "DELETE /api/v1/officers/moi02", "").status()).isEqualTo(204);
        assertThat(own(token, "DELETE /api/v1/officers/moi01", "").status()).isEqualTo(204);

        assertThat(own(token, "PUT /api/v1/procedures/1.001193", "{\"mo\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(json(PARTNER.ask(PORT, token, "canbo01")).path("code").asText())
                .isEqualTo("procedure_not_allowed");
        assertThat(json(own(token, "PUT /api/v1/procedures/1.001193", "{\"mo\":true}"))
                        .path("mo")
                        .asBoolean())
                .isTrue();
        assertThat(PARTNER.ask(PORT, token, "canbo01").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | policy/versions/0                 | resource_unknown",
                "GET    | policy/versions/x                 | resource_unknown",
                "GET    | policy/drafts/999999              | resource_unknown",
                "GET    | policy/drafts?after=x             | field_invalid",
                "GET    | policy/drafts?limit=0             | field_invalid",
                "POST   | policy/drafts/999999/publish      | resource_unknown",
                "DELETE | policy/drafts/999999/partners/a-b | resource_unknown",
            })
    void refusesWhatIsNotThere(String method, String path, String code) {
        assertThat(publisher.send(method, path, null).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(
            value = Desk.Sandbox.class,
            names = {"CLERK", "OPERATOR", "INSPECTOR", "APPROVER"})
    void letsOnlyPolicyManagersWrite(Desk.Sandbox person) {
        Desk desk = PARTNER.desk(person);

        assertThat(desk.send("POST", "policy/drafts", Map.of("note", "no")).code())
                .isEqualTo("role_missing");
        assertThat(desk.send("PUT", "policy/drafts/1/partners/h41-lgsp", Map.of())
                        .code())
                .isEqualTo("role_missing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Desk.Sandbox.class,
            names = {"CLERK", "OPERATOR", "INSPECTOR"})
    void letsOnlyPolicyManagersAndApproversPublish(Desk.Sandbox person) {
        assertThat(PARTNER.desk(person)
                        .send("POST", "policy/drafts/1/publish", null)
                        .code())
                .isEqualTo("role_missing");
    }

    private static RawHttp.Answer own(String token, String startLine, String body) {
        return GovernedPartner.call(PORT, token, startLine, body);
    }

    private static JsonNode citizen(RawHttp.Answer answer) {
        return json(answer).at("/congDan/0");
    }

    private static int acts(String action, String subject) {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = :action"
                        + " and event::text like '%' || :subject || '\"%'")
                .param("action", action)
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
