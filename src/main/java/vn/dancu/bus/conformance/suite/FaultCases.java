package vn.dancu.bus.conformance.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** What is sent otherwise than it should be: what must be taken, and what must be refused in order. */
public final class FaultCases {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int HUGE = 3 * 1024 * 1024;
    private static final int SERVER_ERRORS = 500;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private FaultCases() {}

    /** The bytes of a question that is not as it should be. */
    private interface Change {
        byte[] of(WireCalls calls);
    }

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("FT-01", calls -> taken(calls, "text/xml", FaultCases::right, "\"\"")),
                new ConformanceCase("FT-02", calls -> taken(calls, WireCalls.XML, FaultCases::right, "\"urn:khac#x\"")),
                new ConformanceCase("FT-03", calls -> taken(calls, WireCalls.XML, FaultCases::marked, "\"\"")),
                new ConformanceCase("FT-04", calls -> refused(calls, FaultCases::truncated)),
                new ConformanceCase("FT-05", calls -> refused(calls, FaultCases::followed)),
                new ConformanceCase("FT-06", calls -> refused(calls, FaultCases::otherNamespace)),
                new ConformanceCase("FT-07", calls -> refused(calls, FaultCases::withDoctype)),
                new ConformanceCase("FT-08", FaultCases::huge),
                new ConformanceCase("FT-09", calls -> method(calls, "HEAD")),
                new ConformanceCase("FT-10", calls -> method(calls, "OPTIONS")),
                new ConformanceCase("FT-11", FaultCases::saysItsEncoding),
                new ConformanceCase("FT-12", FaultCases::repeatsNoNumber),
                new ConformanceCase("FT-13", FaultCases::brokenJson),
                new ConformanceCase("FT-14", FaultCases::goesOn));
    }

    private static byte[] right(WireCalls calls) {
        return bytes(calls.envelope(AnswerCases.found(calls), List.of()));
    }

    private static byte[] marked(WireCalls calls) {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(MARK);
        marked.writeBytes(right(calls));
        return marked.toByteArray();
    }

    private static byte[] truncated(WireCalls calls) {
        byte[] right = right(calls);
        return Arrays.copyOf(right, right.length * 2 / 3);
    }

    private static byte[] followed(WireCalls calls) {
        ByteArrayOutputStream followed = new ByteArrayOutputStream();
        followed.writeBytes(right(calls));
        followed.writeBytes(bytes("<x"));
        return followed.toByteArray();
    }

    private static byte[] otherNamespace(WireCalls calls) {
        return bytes(calls.envelope(AnswerCases.found(calls), List.of())
                .replace("http://dancuquocgia.bca", "http://example.invalid/dancu"));
    }

    private static byte[] withDoctype(WireCalls calls) {
        return bytes("<!DOCTYPE x [<!ENTITY y \"z\">]>" + calls.envelope(AnswerCases.found(calls), List.of()));
    }

    private static Seen taken(WireCalls calls, String type, Change change, String action)
            throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        List<String> headers = new ArrayList<>(calls.digest(path));
        headers.addAll(List.of("SOAPAction", action));
        WireAnswer answer = calls.soap(path, change.of(calls), type, headers);
        return Seen.of(answer.isAbout(AnswerCases.found(calls).number()), answer);
    }

    private static Seen refused(WireCalls calls, Change change) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.soap(path, change.of(calls), WireCalls.XML, calls.digest(path));
        return Seen.of(answer.isFault() && !answer.hasPerson(), answer);
    }

    /** An answer in order, or the connection closed at once: both end it; an answer about a person does not. */
    private static Seen huge(WireCalls calls) throws InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        byte[] huge = bytes(calls.envelope(AnswerCases.found(calls), List.of())
                .replace("<soapenv:Body>", "<soapenv:Body>" + " ".repeat(HUGE)));
        try {
            WireAnswer answer = calls.soap(path, huge, WireCalls.XML, calls.digest(path));
            return Seen.of(answer.isRefusal(), answer);
        } catch (ConnectException e) {
            return Seen.of(false, "Không kết nối được / no connection");
        } catch (HttpTimeoutException e) {
            return Seen.of(false, "Không có trả lời trong thời hạn / no answer in time");
        } catch (SSLException e) {
            return Seen.of(false, "Lỗi TLS, chưa hỏi gì / TLS failed, nothing was asked");
        } catch (IOException e) {
            return Seen.of(true, "Đóng kết nối / connection closed");
        }
    }

    private static Seen method(WireCalls calls, String method) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.call(method, path, new byte[0], List.of());
        boolean isThere = answer.status() != NOT_FOUND && answer.status() < SERVER_ERRORS;
        return Seen.of(isThere && !answer.hasPerson(), answer);
    }

    private static Seen saysItsEncoding(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.soap(path, AnswerCases.found(calls), List.of());
        WireAnswer fault = calls.soap(path, truncated(calls), WireCalls.XML, calls.digest(path));
        return Seen.of(
                answer.isUtf8() && answer.soap() != null && fault.isUtf8() && fault.soap() != null,
                answer.header("Content-Type") + "; " + fault.header("Content-Type"));
    }

    private static Seen repeatsNoNumber(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.soap(path, otherNamespace(calls), WireCalls.XML, calls.digest(path));
        boolean repeats = answer.text().contains(AnswerCases.found(calls).number())
                || answer.text().contains(AnswerCases.found(calls).name());
        return Seen.of(answer.isRefusal() && !repeats, answer);
    }

    private static Seen brokenJson(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().rest();
        String token = path == null ? null : AnswerCases.token(calls);
        if (path == null || token == null) {
            return Seen.noDoor();
        }
        String json = calls.json(AnswerCases.found(calls), List.of());
        WireAnswer answer = calls.rest(path, token, json.substring(0, json.length() / 2));
        return Seen.of(answer.status() >= BAD_REQUEST && answer.status() < SERVER_ERRORS, answer);
    }

    /** After all of that the next question is answered as ever. */
    private static Seen goesOn(WireCalls calls) throws IOException, InterruptedException {
        return taken(calls, WireCalls.XML, FaultCases::right, "\"\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
