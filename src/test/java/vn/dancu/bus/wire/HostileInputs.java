package vn.dancu.bus.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What no decent client sends: bodies, header lines, queries, values in paths, methods. */
final class HostileInputs {

    private static final String TIMES = "%2B999999999-12-31T23:59:59Z";

    static final List<byte[]> BODIES = List.of(
            HostileRequestsIT.utf8(""),
            HostileRequestsIT.utf8(" "),
            HostileRequestsIT.utf8("{}"),
            HostileRequestsIT.utf8("\uFEFF{}"),
            HostileRequestsIT.utf8("[]"),
            HostileRequestsIT.utf8("null"),
            HostileRequestsIT.utf8("\"x\""),
            HostileRequestsIT.utf8("1e400"),
            HostileRequestsIT.utf8("{"),
            HostileRequestsIT.utf8("{\"reason\":\"a\""),
            HostileRequestsIT.utf8("{} {}"),
            HostileRequestsIT.utf8("{\"reason\":\"a\",\"reason\":\"b\"}"),
            HostileRequestsIT.utf8("{\"reason\":\"\\u0000\"}"),
            HostileRequestsIT.utf8("{\"reason\":\"\\ud800\"}"),
            HostileRequestsIT.utf8("{\"reason\":1e400,\"limit\":-1}"),
            HostileRequestsIT.utf8("{\"__proto__\":{\"a\":1}}"),
            HostileRequestsIT.utf8("[".repeat(5000)),
            HostileRequestsIT.utf8("{\"reason\":" + "9".repeat(5000) + "}"),
            HostileRequestsIT.utf8("{\"reason\":\"" + "a".repeat(300_000) + "\"}"),
            HostileRequestsIT.utf8("<a/>"),
            "{\"reason\":\"Nguyễn\"}".getBytes(StandardCharsets.UTF_16),
            "{\"reason\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    static final List<String> HEADERS = List.of(
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

    static final List<String> QUERIES = List.of(
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

    static final List<String> VALUES = List.of(
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

    static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get");

    private HostileInputs() {}
}
