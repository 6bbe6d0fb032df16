package vn.dancu.bus.command;

import java.util.stream.Collectors;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** The plan of a conformance run against a bus of the sandbox. */
final class BusPlan {

    /** Besides that of the other four. */
    static final String XROAD_REST = "xroad-rest: /r1/VN/GOV/000.00.00.G01/csdldc/population/citizens/lookup";

    private BusPlan() {}

    /** @param door one more, as a line of the plan; empty for none */
    static String of(RunningBus bus, String door) {
        return """
                asker: {officer: canbo01, procedure: "1.001193", client: VN/GOV/000.00.00.G22/portal}
                fields: {allowed: [GioiTinh, HoVaTen, ThuongTru], withheld: [DanToc, NhomMau, Cha]}
                doors:
                  soap: /soap/population/v1
                  token: /oauth2/token
                  rest: /api/v1/citizens/lookup
                  xroad: /xroad/population/v1
                  %s
                people:
                """
                        .formatted(door)
                + person("found", bus.anybody());
    }

    /** A line of somebody of that kind; empty where there is none. */
    static String kind(RunningBus bus, String kind) {
        return RunningBus.people(bus.ports().http(), "kind=" + kind + "&limit=1").stream()
                .map(one -> person(kind, one))
                .collect(Collectors.joining());
    }

    private static String person(String kind, Person one) {
        return "  %s: {soDinhDanh: \"%s\", hoVaTen: \"%s\", ngaySinh: \"%s\"}%n"
                .formatted(kind, one.soDinhDanh(), one.hoVaTen(), one.ngaySinh());
    }
}
