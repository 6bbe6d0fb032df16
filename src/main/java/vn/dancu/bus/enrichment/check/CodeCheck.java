package vn.dancu.bus.enrichment.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** A code of a list. What stands for it in a file, such as a word, is compared without case and diacritics. */
final class CodeCheck implements ValueCheck {

    private final Map<String, String> codes = new HashMap<>();

    /** @param written the code of each text that a file may have; each code stands for itself */
    CodeCheck(Map<String, String> written) {
        written.values().forEach(code -> codes.put(code, code));
        written.forEach((text, code) -> codes.putIfAbsent(key(text), code));
        written.forEach((text, code) -> codes.putIfAbsent(text, code));
    }

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        String code = codes.get(written);
        if (code == null) {
            code = codes.get(key(written));
        }
        canonical[place] = code;
        return code == null ? RefusalReason.CODE_UNKNOWN : null;
    }

    private static String key(String text) {
        return NameNormalizer.withoutMarks(NameNormalizer.clean(text)).toUpperCase(Locale.ROOT);
    }
}
