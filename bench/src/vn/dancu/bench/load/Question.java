package vn.dancu.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One prepared request: all bytes but Authorization and Timestamp, and MaYeuCau where nobody signed it, which are patched in at the moment of
 * asking.
 */
public final class Question {

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
    private static final String SOAP = "text/xml; charset=utf-8\r\nSOAPAction: \"\"";

    /** Any moment of thirteen digits: it is patched. */
    private static final long FIRST_MILLIS = 1_000_000_000_000L;

    private static final String JSON =
            """
            {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}""";

    private static final byte[] SIGNATURE = "SignatureValue>".getBytes(StandardCharsets.US_ASCII);

    /** What a right answer contains. */
    private final List<byte[]> marks;

    private final byte[] template;
    private final int requestId;
    private final int authorization;
    private final int timestamp;

    private Question(List<byte[]> marks, String head, byte[] body, int requestId, @Nullable Stamp stamp) {
        this.marks = marks;
        this.template = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, template, head.length(), body.length);
        this.requestId = requestId < 0 ? requestId : head.length() + requestId;
        this.authorization = stamp == null ? -1 : head.indexOf("Basic ") + "Basic ".length();
        this.timestamp = stamp == null ? -1 : head.indexOf("Timestamp: ") + "Timestamp: ".length();
    }

    static Question of(Target target, Person person, @Nullable Stamp stamp) {
        boolean json = target.token() != null;
        String body = json
                ? JSON.formatted(requestId(0), person.number(), person.name(), person.birth())
                : BODY.formatted(requestId(0), person.number(), person.name(), person.birthElement());
        String kind = json ? "application/json" : SOAP;
        return new Question(
                List.of(number(person)),
                head(target, kind, body.length(), stamp),
                body.getBytes(StandardCharsets.US_ASCII),
                body.indexOf(requestId(0)),
                stamp);
    }

    /** A whole envelope that was signed before, to be asked once; a right answer is signed as well. */
    public static Question signed(Target target, Person person, byte[] envelope) {
        Stamp stamp = target.credentials() == null ? null : Stamp.of(target.credentials(), target.path(), FIRST_MILLIS);
        return new Question(
                List.of(number(person), SIGNATURE), head(target, SOAP, envelope.length, stamp), envelope, -1, stamp);
    }

    private static byte[] number(Person person) {
        return person.number().getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(Target target, String kind, int length, @Nullable Stamp stamp) {
        return "POST " + target.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\nContent-Type: " + kind
                + "\r\nContent-Length: " + length + "\r\n" + proof(target, stamp) + "\r\n";
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
        if (requestId >= 0) {
            out.put(requestId, requestId(serial).getBytes(StandardCharsets.US_ASCII));
        }
        if (stamp != null) {
            out.put(authorization, stamp.authorization());
            out.put(timestamp, stamp.timestamp());
        }
        out.flip();
    }

    /** Whether the answer names the person that was asked about, and is signed where the question was. */
    boolean isAnsweredBy(ResponseReader response) {
        return response.status() == 200 && marks.stream().allMatch(response::bodyContains);
    }

    private static String requestId(long serial) {
        return RUN + "-" + (FIRST_MILLIS + serial);
    }
}
