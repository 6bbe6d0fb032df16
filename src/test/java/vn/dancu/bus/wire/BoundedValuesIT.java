package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.RawHttp;

/** Times, days and numbers outside their bounds, at every place of the REST and admin doors that takes one in a body. */
@Execution(ExecutionMode.SAME_THREAD)
class BoundedValuesIT {

    private static final String NOBODY = "partners/x99-nobody/";
    private static final String SHA = "a".repeat(64);

    /** Every body that holds a time; nothing in them can come about. */
    private static final List<String> WITH_MOMENTS = List.of(
            "PUT /api/v1/officers/x1 | {'hieuLucDen':'$'}",
            "PUT /api/v1/relationships | {'quanHe':[{'soDinhDanh':'999080000001','hieuLucTu':'$'}]}",
            "PUT /api/v1/relationships | {'quanHe':[{'soDinhDanh':'999080000001','hieuLucDen':'$'}]}",
            "POST /api/v1/admin/audit/search | {'from':'$','until':'2026-01-01T00:00:00Z'}",
            "POST /api/v1/admin/audit/search | {'partner':'h41-lgsp','until':'$'}",
            "POST /api/v1/admin/audit/persons/search | {'soDinhDanh':'999080000001','from':'$'}",
            "POST /api/v1/admin/audit/holds | {'reason':'a','decision':'','since':'$','until':'$'}",
            "POST /api/v1/admin/suspensions | {'partner':'x99-nobody','ground':'security','since':'$','reason':'a'}",
            "POST /api/v1/admin/suspensions | {'partner':'x99-nobody','ground':'security','until':'$','reason':'a'}",
            "POST /api/v1/admin/" + NOBODY + "credentials | {'kind':'secret','validFrom':'$'}",
            "POST /api/v1/admin/" + NOBODY + "credentials | {'kind':'secret','validUntil':'$'}",
            "POST /api/v1/admin/" + NOBODY + "certificates | {'certificate':'a','validUntil':'$'}");

    private static final List<String> WITH_DAYS = List.of(
            "POST /api/v1/admin/" + NOBODY + "agreement | {'ends':'$'}",
            "POST /api/v1/admin/applications/x99-nobody/steps/a/documents"
                    + " | {'documents':[{'document':'a','reference':'b','issuedOn':'$','sha256':'" + SHA + "'}]}",
            "POST /api/v1/admin/applications/x99-nobody/steps/a/documents"
                    + " | {'documents':[{'document':'a','reference':'b','issuedOn':'2026-01-01','validUntil':'$','sha256':'"
                    + SHA + "'}]}",
            "PUT /api/v1/admin/contacts/X99 | {'basedOn':0,'officers':[],"
                    + "'readiness':[{'subject':'a','since':'$','modes':[]}],'services':[]}");

    /** Numbers beyond what their place allows. */
    private static final List<String> WITH_NUMBERS = List.of(
            "POST /api/v1/admin/audit/search | {'partner':'h41-lgsp','limit':$}",
            "POST /api/v1/admin/audit/persons/search | {'soDinhDanh':'999080000001','limit':$}",
            "POST /api/v1/admin/audit/archives | {'kind':'ANSWER','month':$}");

    static Stream<String> moments() {
        return WITH_MOMENTS.stream();
    }

    static Stream<String> days() {
        return WITH_DAYS.stream();
    }

    static Stream<String> numbers() {
        return WITH_NUMBERS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void refusesMomentsOutsideTheBounds(String call) {
        assertRefused(
                call,
                "year from 0001 to 9999",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-12:00",
                "2026-01-01T00:00:00",
                "2026-02-30T00:00:00Z",
                "1e400");
        assertNoFault(call, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void refusesDaysOutsideTheBounds(String call) {
        assertRefused(
                call,
                "year from 0001 to 9999",
                "+999999999-12-31",
                "-999999999-01-01",
                "0000-12-31",
                "+10000-01-01",
                "10000-01-01",
                "2026-02-30",
                "20260101");
        assertNoFault(call, "0001-01-01", "9999-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void refusesNumbersOutsideTheBounds(String call) {
        assertRefused(call, "", "-1", "0", "2147483647", "2147483648", "99999999999999999999", "1e400", "1.5", "true");
    }

    private static void assertRefused(String call, String rule, String... values) {
        for (String value : values) {
            RawHttp.Answer answer = call(call, value);
            assertThat(answer.body()).as(call + " " + value).contains("\"code\":\"field_invalid\"", rule);
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    private static void assertNoFault(String call, String... values) {
        for (String value : values) {
            assertThat(call(call, value).status()).as(call + " " + value).isBetween(200, 499);
        }
    }

    private static RawHttp.Answer call(String call, String value) {
        String[] parts = call.split(" \\| ");
        String[] line = parts[0].split(" ");
        DoorAddress address = DoorAddress.all()
                .filter(known -> known.method().equals(line[0]))
                .filter(known -> line[1].matches(known.pattern().replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
        return address.send(parts[0], utf8(parts[1].replace('\'', '"').replace("$", value)), "Content-Type: application/json");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
