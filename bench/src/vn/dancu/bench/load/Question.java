package vn.dancu.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One prepared request: all bytes but MaYeuCau, Authorization and Timestamp, which are patched in at the moment of
 * asking.
 */
final class Question {

    private static final String RUN =
            "BENCH" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private static final String BODY =
            """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns:dan="http://dancuquocgia.bca"><soapenv:Header/><soapenv:Body><dan:TraCuuThongTinCongDan>\
            <dan:MaYeuCau>%s</dan:MaYeuCau><dan:MaDVC>1.001193</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop>\
            <dan:MaCanBo>canbo01</dan:MaCanBo><dan:SoDinhDanh>%s</dan:SoDinhDanh><dan:HoVaTen>%s</dan:HoVaTen>\
            <dan:NgayThangNamSinh>%s</dan:NgayThangNamSinh></dan:TraCuuThongTinCongDan>\
            </soapenv:Body></soapenv:Envelope>""";
    private static final String JSON =
            """
            {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}""";

    private final byte[] number;
    private final byte[] template;
    private final int requestId;
    private final int authorization;
    private final int timestamp;

    private Question(byte[] number, String text, @Nullable Stamp stamp) {
        this.number = number;
        this.template = text.getBytes(StandardCharsets.US_ASCII);
        this.requestId = text.indexOf(requestId(0));
        this.authorization = stamp == null ? -1 : text.indexOf("Basic ") + "Basic ".length();
        this.timestamp = stamp == null ? -1 : text.indexOf("Timestamp: ") + "Timestamp: ".length();
    }

    static Question of(Target target, Person person, @Nullable Stamp stamp) {
        boolean json = target.token() != null;
        String body = json
                ? JSON.formatted(requestId(0), person.number(), person.name(), person.birth())
                : BODY.formatted(requestId(0), person.number(), person.name(), person.birthElement());
        String kind = json ? "application/json" : "text/xml; charset=utf-8\r\nSOAPAction: \"\"";
        String head = "POST " + target.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\nContent-Type: "
                + kind + "\r\nContent-Length: " + body.length() + "\r\n" + proof(target, stamp) + "\r\n";
        return new Question(person.number().getBytes(StandardCharsets.US_ASCII), head + body, stamp);
    }

    /** The header lines that say who asks. */
    private static String proof(Target target, @Nullable Stamp stamp) {
        if (target.token() != null) {
            return "Authorization: Bearer " + target.token() + "\r\n";
        }
        return stamp == null
                ? ""
                : "Authorization: Basic " + new String(stamp.authorization(), StandardCharsets.US_ASCII)
                        + "\r\nTimestamp: " + new String(stamp.timestamp(), StandardCharsets.US_ASCII) + "\r\n";
    }

    /** Puts the request into the buffer, ready to be written. */
    void fill(ByteBuffer out, long serial, @Nullable Stamp stamp) {
        out.clear().put(template);
        byte[] id = requestId(serial).getBytes(StandardCharsets.US_ASCII);
        out.put(requestId, id);
        if (stamp != null) {
            out.put(authorization, stamp.authorization());
            out.put(timestamp, stamp.timestamp());
        }
        out.flip();
    }

    /** SoDinhDanh, which a right answer contains. */
    byte[] number() {
        return number;
    }

    private static String requestId(long serial) {
        return RUN + "-" + (1_000_000_000_000L + serial);
    }
}
