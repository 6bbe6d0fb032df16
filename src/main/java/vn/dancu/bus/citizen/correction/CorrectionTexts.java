package vn.dancu.bus.citizen.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.SecretBox;

/** Seals and opens what is written in a request and its answer, and makes the numbers of requests. */
final class CorrectionTexts {

    /** Without what is mistaken for something else when it is read out or typed. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int NUMBER_LENGTH = 9;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecretBox box;
    private final SecureRandom random = new SecureRandom();

    /** @param box of the use {@code citizen/correction} */
    CorrectionTexts(SecretBox box) {
        this.box = box;
    }

    /** A number that says nothing of how many there are. */
    String newNumber() {
        StringBuilder number = new StringBuilder("DC-");
        random.ints(NUMBER_LENGTH, 0, LETTERS.length()).forEach(i -> number.append(LETTERS.charAt(i)));
        return number.toString();
    }

    /** What the agency wrote. */
    record Words(@Nullable String subject, @Nullable String text) {

        @Override
        public String toString() {
            return "Words[masked]";
        }
    }

    byte[] seal(Record value) {
        try {
            return box.seal(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }

    <T extends Record> T open(byte[] sealed, Class<T> type) {
        try {
            return JSON.readValue(box.open(sealed), type);
        } catch (IOException e) {
            throw new IllegalStateException("What was sealed here can be read", e);
        }
    }
}
