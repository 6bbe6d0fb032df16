package vn.dancu.bus.citizen.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.SecretBox;

/** Seals and opens what is written in a request and its answer. */
final class CorrectionTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecretBox box;

    /** @param box of the use {@code citizen/correction} */
    CorrectionTexts(SecretBox box) {
        this.box = box;
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
