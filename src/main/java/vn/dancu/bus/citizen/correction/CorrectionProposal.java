package vn.dancu.bus.citizen.correction;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.CitizenFields;

/**
 * What a citizen holds to be wrong.
 *
 * @param reference the portal's own number: the same again is the same request
 * @param field of the record of a citizen
 * @param right what should be recorded, 1 to 500 characters
 * @param reason 1 to 1000 characters
 * @param evidence a file that shows it; null for none
 */
public record CorrectionProposal(
        String reference, FieldPath field, String right, String reason, @Nullable Evidence evidence) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_RIGHT = 500;
    private static final int MAX_REASON = 1_000;

    public CorrectionProposal {
        require(
                REFERENCE.matcher(reference).matches() && !PersonalId.isIn(reference),
                "maYeuCau",
                "1 to 64 letters, digits, dots, hyphens or underscores, and nobody's number");
        require(CitizenFields.OF_CITIZEN.contains(field), "truong", "a field of the record of a citizen");
        requireText("noiDungDung", right, MAX_RIGHT);
        requireText("lyDo", reason, MAX_REASON);
    }

    /** A file as it came; its type is told by its first bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Evidence(byte[] content) {

        public Evidence {
            if (type(content) == null) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "tep", "a PDF, JPEG or PNG file");
            }
        }

        String contentType() {
            return String.valueOf(type(content));
        }

        String name() {
            return "minh-chung." + contentType().replaceFirst(".*/", "").replace("jpeg", "jpg");
        }

        private static @Nullable String type(byte[] content) {
            if (starts(content, '%', 'P', 'D', 'F', '-')) {
                return "application/pdf";
            }
            if (starts(content, 0xFF, 0xD8, 0xFF)) {
                return "image/jpeg";
            }
            return starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) ? "image/png" : null;
        }

        private static boolean starts(byte[] content, int... first) {
            if (content.length < first.length) {
                return false;
            }
            for (int i = 0; i < first.length; i++) {
                if ((content[i] & 0xFF) != first[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return "Evidence[" + content.length + "]";
        }
    }

    private static void requireText(String field, String text, int longest) {
        boolean hasControls = text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n');
        require(
                !text.isBlank() && text.length() <= longest && !hasControls,
                field,
                "1 to " + longest + " characters, none of them a control character");
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }

    @Override
    public String toString() {
        return "CorrectionProposal[" + field + ", masked]";
    }
}
