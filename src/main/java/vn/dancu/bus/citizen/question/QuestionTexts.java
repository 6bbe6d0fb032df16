package vn.dancu.bus.citizen.question;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.SecretBox;

/** Checks, seals and opens what people write. */
final class QuestionTexts {

    static final int MAX_QUESTION = 500;
    static final int MAX_ANSWER = 2000;

    private final SecretBox box;

    /** @param box of the use {@code citizen/question} */
    QuestionTexts(SecretBox box) {
        this.box = box;
    }

    /** @throws BusException {@code field_invalid} naming the field */
    byte[] seal(String field, String text, int longest) {
        String clean = text.strip();
        if (clean.isEmpty() || clean.length() > longest || clean.chars().anyMatch(QuestionTexts::isForbidden)) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    field,
                    "1 to " + longest + " characters, none of them a control character");
        }
        return box.seal(clean.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    String open(byte @Nullable [] sealed) {
        return sealed == null ? null : new String(box.open(sealed), StandardCharsets.UTF_8);
    }

    /** The question with its texts. */
    AccessQuestion opened(StoredQuestion stored) {
        AccessQuestion question = stored.question();
        AccessQuestion.Answer answer = question.answer();
        return new AccessQuestion(
                question.number(),
                question.use(),
                question.state(),
                question.askedAt(),
                question.dueOn(),
                open(stored.text()),
                answer == null
                        ? null
                        : new AccessQuestion.Answer(answer.finding(), open(stored.answer()), answer.at()));
    }

    private static boolean isForbidden(int letter) {
        return Character.isISOControl(letter) && letter != '\n';
    }
}
