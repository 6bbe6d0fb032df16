package vn.dancu.bus.message.grammar;

import java.math.BigInteger;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Bilingual;

/**
 * Text.
 *
 * @param type the name of its type in the schema
 * @param kind the built-in type beneath it
 * @param words what the text must be, for people
 * @param pattern whether the whole text matches; null where any does
 * @param regex the pattern as the schema writes it, for the JSON Schema
 * @param allowed the enumerated values; empty allows all
 * @param known the values of an open list; empty where it is none
 * @param least smallest number, or null
 * @param most largest number, or null
 */
public record TextRule(
        QName type,
        Kind kind,
        Bilingual words,
        int minLength,
        int maxLength,
        @Nullable Predicate<String> pattern,
        @Nullable String regex,
        Set<String> allowed,
        Set<String> known,
        @Nullable BigInteger least,
        @Nullable BigInteger most)
        implements Rule {

    /** The built-in types of XML Schema that the families use. */
    public enum Kind {
        STRING,
        TOKEN,
        URI,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        DATE,
        DATE_TIME,
        BINARY;

        /** Whether white space around and within says nothing (XML Schema part 2, §4.3.6 collapse). */
        public boolean collapses() {
            return this != STRING;
        }
    }

    /** Whether the text is a value of this type. */
    public boolean accepts(String text) {
        return text.length() >= minLength
                && text.length() <= maxLength
                && (pattern == null || pattern.test(text))
                && (allowed.isEmpty() || allowed.contains(text))
                && (kind == Kind.TOKEN || kind == Kind.STRING || LexicalSpace.isValue(kind, text))
                && isWithin(text);
    }

    /** Whether the text is right, and in the open list if there is one. */
    public boolean isPlain(String text) {
        return accepts(text) && isKnown(text);
    }

    /** Whether the text is in the list, as far as there is an open one. */
    boolean isKnown(String text) {
        return known.isEmpty() || text.isEmpty() || known.contains(text);
    }

    private boolean isWithin(String text) {
        if (least == null && most == null) {
            return true;
        }
        BigInteger number = new BigInteger(text);
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }
}
