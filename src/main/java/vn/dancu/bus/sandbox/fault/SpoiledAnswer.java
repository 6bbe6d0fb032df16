package vn.dancu.bus.sandbox.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** A right answer in a form in which nobody may read it as one: other namespace, other encoding, no type, far too long. */
final class SpoiledAnswer {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final Charset OTHER_ENCODING = Charset.forName("windows-1258");

    private SpoiledAnswer() {}

    /** The answer as that fault makes it; the same where the fault spoils no bytes. */
    static MockAnswer of(MockAnswer right, Fault.Kind fault) {
        return switch (fault) {
            case NAMESPACE -> changed(right, otherNamespace(text(right)).getBytes(StandardCharsets.UTF_8));
            case CHARSET -> changed(right, otherEncoding(text(right)));
            case HUGE -> changed(right, padded(right.bytes()));
            case NO_TYPE -> new MockAnswer(right.status(), right.headers(), "", right.body());
            default -> right;
        };
    }

    private static String text(MockAnswer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static MockAnswer changed(MockAnswer answer, byte[] bytes) {
        return new MockAnswer(answer.status(), answer.headers(), answer.contentType(), out -> out.write(bytes));
    }

    /** Of the element that answers; a JSON document has its properties under other names. */
    private static String otherNamespace(String text) {
        return text.stripLeading().startsWith("{")
                ? text.replace("\"congDan\"", "\"nguoiDan\"").replace("\"trangThai\"", "\"ketQua\"")
                : text.replace("http://www.mic.gov.vn/dancu/1.0", "http://www.mic.gov.vn/dancu/9.9")
                        .replace("http://dancuquocgia.bca", "http://dancuquocgia.bca/9.9");
    }

    /** As an older system writes Vietnamese, while the answer states UTF-8; tones stand apart from their letters there. */
    private static byte[] otherEncoding(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).getBytes(OTHER_ENCODING);
    }

    private static byte[] padded(byte[] right) {
        byte[] blanks = new byte[TEN_MEGABYTES];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream whole = new ByteArrayOutputStream(right.length + blanks.length);
        int cut = lastMark(right);
        whole.write(right, 0, cut);
        whole.writeBytes(blanks);
        whole.write(right, cut, right.length - cut);
        return whole.toByteArray();
    }

    /** Where the last element or object ends: blanks change nothing before that. */
    private static int lastMark(byte[] bytes) {
        for (int i = bytes.length - 1; i > 0; i--) {
            if (bytes[i] == '<' || bytes[i] == '}') {
                return i;
            }
        }
        return 0;
    }
}
