package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.RawHttp;

/**
 * Every address of the REST and admin doors, as the handler mappings know them, with what no decent client sends: no answer
 * is a fault of the bus, and each refusal has a code.
 */
@Execution(ExecutionMode.SAME_THREAD)
class HostileRequestsIT {

    private static final String JSON = "Content-Type: application/json";
    private static final String TIMES = "%2B999999999-12-31T23:59:59Z";

    private static final List<byte[]> BODIES = List.of(
            utf8(""),
            utf8(" "),
            utf8("{}"),
            utf8("\uFEFF{}"),
            utf8("[]"),
            utf8("null"),
            utf8("\"x\""),
            utf8("1e400"),
            utf8("{"),
            utf8("{\"reason\":\"a\""),
            utf8("{} {}"),
            utf8("{\"reason\":\"a\",\"reason\":\"b\"}"),
            utf8("{\"reason\":\"\\u0000\"}"),
            utf8("{\"reason\":\"\\ud800\"}"),
            utf8("{\"reason\":1e400,\"limit\":-1}"),
            utf8("{\"__proto__\":{\"a\":1}}"),
            utf8("[".repeat(5000)),
            utf8("{\"reason\":" + "9".repeat(5000) + "}"),
            utf8("{\"reason\":\"" + "a".repeat(300_000) + "\"}"),
            utf8("<a/>"),
            "{\"reason\":\"Nguyễn\"}".getBytes(StandardCharsets.UTF_16),
            "{\"reason\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: image/*",
            "Accept: nonsense",
            "Accept: */*;q=0",
            "Accept: application/json;charset=utf-16",
            "Accept: h\u00e1\u00bb\u0093 s\u00c6\u00a1",
            "Accept-Language: h\u00e1\u00bb\u0093",
            "Accept-Charset: nonsense",
            "X-Road-Issue: h\u00e1\u00bb\u0093 s\u00c6\u00a1 12",
            "X-Road-Issue: %E1%BB%93",
            "X-Road-Issue: 50%",
            "X-Road-Issue: \u00ea",
            "X-Note: h\u00e1\u00bb\u0093",
            "X-Note: \u00ea",
            "Cookie: t\u00c3\u00aan=\u00e1\u00bb\u0093; =; ;",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: multipart/form-data",
            "Content-Type: h\u00e1\u00bb\u0093",
            "Content-Encoding: gzip",
            "Expect: nonsense",
            "Range: bytes=5-1",
            "If-None-Match: \"\u00e1\u00bb\u0093\"",
            "If-Modified-Since: yesterday",
            "Origin: http://stranger.example",
            "X-Forwarded-For: nonsense",
            "X-HTTP-Method-Override: DELETE",
            "Sec-Fetch-Site: cross-site");

    private static final List<String> QUERIES = List.of(
            "limit=-1&partner=h41-lgsp",
            "limit=1e400",
            "limit=99999999999999999999",
            "limit=1&limit=2",
            "after=%00",
            "after=%ff%fe&%01=1",
            "after=%E1%BB%93",
            "after=" + "9".repeat(500),
            "after=99999999999999999_00000000-0000-0000-0000-000000000000",
            "ngay=%2B999999999-12-31",
            "ngay=0000-01-01",
            "ngay=2026-02-30",
            "partner=h41-lgsp&from=" + TIMES + "&until=" + TIMES + "&to=" + TIMES,
            "partner=h41-lgsp&from=%2B999999999-12-31&to=%2B999999999-12-31",
            "partner=h41-lgsp&from=-999999999-01-01&to=2026-01-01",
            "partner=h41-lgsp&from=0000-01-01&to=0000-01-02",
            "partner=h41-lgsp&from=10000-01-01&to=10000-01-02",
            "partner=h41-lgsp&from=2026-02-01&to=2026-01-01",
            "partner=h41-lgsp&from=2000-01-01&to=2026-01-01",
            "partner=h41-lgsp&from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z",
            "from=0&to=0",
            "from=-1&to=1",
            "from=1&to=999999999999999999",
            "from=99999999999999999999&to=1",
            "format=%00&kind=%00&state=%00",
            "%",
            "%zz=1",
            "a[]=1");

    private static final List<String> VALUES = List.of(
            "%00",
            "%ff",
            "..",
            "%2e%2e",
            "%2f",
            "a%20b",
            "a;b=c",
            "-1",
            "0",
            "99999999999999999999",
            "999080000001",
            "1e400",
            "%E1%BB%93",
            "can.bo%40tinh",
            "a".repeat(300),
            "00000000-0000-0000-0000-000000000000");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get");

    static Stream<DoorAddress> addresses() {
        return DoorAddress.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void answersEveryRequestAndFailsAtNone(DoorAddress address) {
        List<String> faults = new ArrayList<>();
        String line = address.method() + " " + address.path();
        for (byte[] body : BODIES) {
            String shown = new String(body, 0, Math.min(body.length, 30), StandardCharsets.ISO_8859_1);
            collect(faults, line + " body " + shown, address.send(line, body, JSON));
        }
        for (String header : HEADERS) {
            String[] headers = header.startsWith("Content-Type") ? new String[] {header} : new String[] {header, JSON};
            collect(faults, line + " " + header, address.send(line, utf8("{}"), headers));
        }
        for (String query : QUERIES) {
            collect(faults, line + "?" + query, address.send(line + "?" + query, utf8("{}"), JSON));
        }
        if (address.pattern().contains("{")) {
            for (String value : VALUES) {
                String called = address.method() + " " + address.path(value);
                collect(faults, called, address.send(called, utf8("{}"), JSON));
            }
        }
        for (String method : METHODS) {
            if (!method.equals("DELETE") || !address.pattern().contains("{")) {
                String called = method + " " + address.path();
                collect(faults, called, address.send(called, utf8("[]"), JSON));
            }
        }
        collect(
                faults,
                "preflight " + address.path(),
                address.send(
                        "OPTIONS " + address.path(),
                        new byte[0],
                        "Origin: http://stranger.example",
                        "Access-Control-Request-Method: POST"));

        assertThat(faults).isEmpty();
    }

    private static void collect(List<String> faults, String sent, RawHttp.Answer answer) {
        boolean refused = answer.status() >= 400;
        boolean headless = sent.startsWith("HEAD ");
        boolean page = answer.status() == 404 && sent.contains(" /contacts");
        boolean json = answer.headers().getOrDefault("Content-Type", "").contains("json;charset=UTF-8")
                && answer.body().contains("\"code\":\"");
        boolean coded = headless || page || json;
        boolean allowed = answer.status() != 405 || answer.headers().containsKey("Allow");
        if (answer.status() == 0 || answer.status() >= 500 || refused && !coded || !allowed) {
            faults.add(sent + " -> " + answer.status() + " "
                    + answer.body().substring(0, Math.min(answer.body().length(), 300)) + " " + answer.headers());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
