package vn.dancu.bus.catalogue.crosswalk;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.CodeList.Item;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** Finds the entry of a list by a name, spelling aside. */
final class NameIndex {

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private final Map<String, Item> own = new HashMap<>();
    private final Map<String, Item> other = new HashMap<>();

    NameIndex(CodeList list) {
        for (Item item : list.items().values()) {
            if (own.put(folded(item.name()), item) != null) {
                throw new IllegalStateException("Two entries have the name of " + item.code());
            }
        }
        // A name that several groups are called by (Thổ, Hoa, Xá Lá Vàng) identifies none of them, and an own name
        // comes first.
        Set<String> shared = new HashSet<>(own.keySet());
        for (Item item : list.items().values()) {
            item.otherNames().forEach(name -> register(folded(name), item, shared));
        }
    }

    private void register(String name, Item item, Set<String> shared) {
        if (shared.contains(name)) {
            return;
        }
        Item before = other.putIfAbsent(name, item);
        if (before != null && before != item) {
            other.remove(name);
            shared.add(name);
        }
    }

    @Nullable
    Item byOwnName(String name) {
        return own.get(folded(name));
    }

    @Nullable
    Item byOtherName(String name) {
        return other.get(folded(name));
    }

    /**
     * Letters alone, in lower case, the tone of each syllable at its end, so that Hoà and Hòa agree. The tones stay: Lào and
     * Lao are two groups.
     */
    static String folded(String name) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        String decomposed =
                Normalizer.normalize(NameNormalizer.clean(name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (char c : decomposed.toCharArray()) {
            if (TONES.indexOf(c) >= 0) {
                tone.append(c);
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                letters.append(c);
            } else {
                letters.append(tone);
                tone.setLength(0);
            }
        }
        return letters.append(tone).toString();
    }
}
