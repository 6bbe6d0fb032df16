package vn.dancu.bus.desk.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/** A day at the bus: questions at every door, dead letters, a document, and what officers have begun. */
final class ConsoleActivity {

    static final String APPLICANT = "h41-bang-dieu-khien";
    static final String HUB = "h41-lgsp";

    private static final int QUESTIONS = 40;

    private final RunningBus bus;
    private final int port;

    ConsoleActivity(RunningBus bus) {
        this.bus = bus;
        this.port = bus.ports().http();
    }

    void happen() {
        List<Person> people =
                bus.people().stream().filter(Person::hasFullBirthDate).toList();
        asksAtEveryDoor(people);
        leavesDeadLetters(people.get(0));
        AxisAgency.province(bus.ports().axis())
                .send(AxisAgency.province(bus.ports().axis())
                        .request(
                                UUID.randomUUID().toString(), "hoi.json", "application/json", question(people.get(1))));
        applies();
        suspends();
        keeps();
    }

    private void asksAtEveryDoor(List<Person> people) {
        GovernedPartner portal = GovernedPartner.enrol(bus, "h90-cong-tinh");
        portal.publish(GovernedPartner.rights(Map.of(), "HoVaTen", "GioiTinh"));
        String token = portal.token(port);
        SoapClient soap = new SoapClient(port, HUB, "sandbox-h41");
        try (HubClient hub = new HubClient(bus.ports().artemis(), HUB, "sandbox-h41")) {
            for (int i = 0; i < QUESTIONS; i++) {
                Person person = people.get(i % people.size());
                portal.ask(port, token, i % 5 == 0 ? "canbo99" : "canbo01");
                soap.lookUp(person);
                HubQuestions.send(hub, person, UUID.randomUUID().toString());
            }
        }
        portal.draft(GovernedPartner.rights(Map.of(), "HoVaTen", "GioiTinh", "NgayThangNamSinh"));
    }

    /** Each wants its answer where it may not go. */
    private void leavesDeadLetters(Person person) {
        try (HubClient hub = new HubClient(bus.ports().artemis(), HUB, "sandbox-h41")) {
            for (int i = 0; i < 3; i++) {
                String id = UUID.randomUUID().toString();
                hub.sendForAnswerIn(
                        "dancu.hub.g22-portal.out", new String(question(person), StandardCharsets.UTF_8), id);
                hub.answer(id);
            }
        }
    }

    private static byte[] question(Person person) {
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(UUID.randomUUID(), person.soDinhDanh(), person.hoVaTen(), person.ngaySinh())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void applies() {
        Desk clerk = Desk.at(port, Desk.Sandbox.CLERK);
        clerk.send(
                "POST",
                "applications",
                Map.of(
                        "partner", APPLICANT,
                        "authority", "H41",
                        "name", "Cổng dịch vụ công tỉnh",
                        "dialect", "official"));
        clerk.send(
                "POST",
                "applications/" + APPLICANT + "/steps/application/documents",
                Map.of(
                        "documents",
                        List.of(Map.of(
                                "document", "request-letter",
                                "reference", "1207/UBND-KSTT",
                                "issuedOn", "2026-11-02",
                                "sha256", "ab".repeat(32)))));
    }

    /** One at once, with the return proposed, one that has not begun, and a termination that waits for the second person. */
    private void suspends() {
        Desk operator = Desk.at(port, Desk.Sandbox.OPERATOR);
        String running = operator.send(
                        "POST",
                        "suspensions",
                        Map.of(
                                "partner", "h97-ket-qua",
                                "ground", "security-risk",
                                "reason", "Máy chủ của đối tác bị xâm nhập",
                                "returnCondition", "Có biên bản đánh giá an toàn lại"))
                .body()
                .path("id")
                .asText();
        operator.send("POST", "suspensions/" + running + "/resume", Map.of("evidence", "Biên bản 7/BB-CNTT"));
        operator.send(
                "POST",
                "suspensions",
                Map.of(
                        "partner", "h96-gtel",
                        "ground", "breach",
                        "reason", "Khai thác ngoài mục đích đã đăng ký",
                        "returnCondition", "Khắc phục xong",
                        "since", LocalDate.now(Clock.systemUTC()).plusDays(20) + "T01:00:00Z"));
        Desk.at(port, Desk.Sandbox.APPROVER)
                .send(
                        "POST",
                        "partners/h98-han-muc/terminate",
                        Map.of("ground", "request", "reason", "Đơn vị đề nghị chấm dứt kết nối"));
    }

    private void keeps() {
        Desk approver = Desk.at(port, Desk.Sandbox.APPROVER);
        String hold = approver.send(
                        "POST",
                        "audit/holds",
                        Map.of(
                                "reason", "Phục vụ điều tra theo yêu cầu",
                                "decision", "01/QĐ-CQĐT",
                                "since", "2026-10-01T00:00:00Z",
                                "until", "2026-12-01T00:00:00Z"))
                .body()
                .path("id")
                .asText();
        approver.send("POST", "audit/holds/" + hold + "/release-request", Map.of("reason", "Đã điều tra xong"));
        Desk clerk = Desk.at(port, Desk.Sandbox.CLERK);
        clerk.send(
                "PUT",
                "authorities/H41/contacts",
                Map.of(
                        "basedOn",
                        0,
                        "officers",
                        List.of(Map.of(
                                "name", "Nguyễn Thử Nghiệm",
                                "position", "Trưởng phòng",
                                "duty", "Đầu mối kết nối",
                                "phone", "0238 3 000 000",
                                "email", "dau-moi@example.gov.vn"))));
    }
}
