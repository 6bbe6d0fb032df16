package vn.dancu.bus.message.grammar;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an element may hold. */
public sealed interface Rule {

    /**
     * Text.
     *
     * @param words what the text must be, for the asker
     * @param pattern of the whole text, or null
     * @param allowed the enumerated values; empty allows all
     */
    record Text(String words, int minLength, int maxLength, @Nullable Pattern pattern, Set<String> allowed)
            implements Rule {

        boolean accepts(String text) {
            return text.length() >= minLength
                    && text.length() <= maxLength
                    && (pattern == null || pattern.matcher(text).matches())
                    && (allowed.isEmpty() || allowed.contains(text));
        }
    }

    /** Elements in their order. */
    record Sequence(List<Particle> particles) implements Rule {

        /** The place of that element in the order, or -1 where it has none. */
        int indexOf(String name) {
            for (int i = 0; i < particles.size(); i++) {
                if (particles.get(i).rule(name) != null) {
                    return i;
                }
            }
            return -1;
        }

        Rule rule(int index, String name) {
            return Objects.requireNonNull(particles.get(index).rule(name));
        }
    }

    /** One step of a sequence: an element, or a choice of several. */
    record Particle(List<Element> alternatives, int min, int max) {

        @Nullable
        Rule rule(String name) {
            for (Element alternative : alternatives) {
                if (alternative.name.equals(name)) {
                    return alternative.rule;
                }
            }
            return null;
        }

        String names() {
            return String.join(" or ", alternatives.stream().map(Element::name).toList());
        }
    }

    /** An element and what it may hold. */
    record Element(String name, Rule rule) {}
}
