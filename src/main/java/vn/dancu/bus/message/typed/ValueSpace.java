package vn.dancu.bus.message.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import javax.xml.datatype.DatatypeFactory;
import vn.dancu.bus.message.grammar.TextRule;
import vn.dancu.bus.message.wire.XmlText;

/** Values that XML Schema lets be spelt in several ways, such as {@code 007} and {@code 1} for true; JAXB writes one of them. */
final class ValueSpace {

    private static final DatatypeFactory DATES = DatatypeFactory.newDefaultInstance();

    private ValueSpace() {}

    /**
     * Whether both are the same value.
     *
     * @param spelt a value of the type as a message has it
     * @param written a value of the type as JAXB writes it
     */
    static boolean isSame(TextRule type, String spelt, String written) {
        if (spelt.equals(written)) {
            return true;
        }
        if (!type.accepts(written)) {
            return false;
        }
        String value = type.kind().collapses() ? XmlText.collapse(spelt) : spelt;
        return switch (type.kind()) {
            case BOOLEAN -> isTrue(value) == isTrue(written);
            case INTEGER -> new BigInteger(value).equals(new BigInteger(written));
            case DECIMAL -> new BigDecimal(value).compareTo(new BigDecimal(written)) == 0;
            case DATE, DATE_TIME ->
                DATES.newXMLGregorianCalendar(value).toXMLFormat().equals(written);
            default -> value.equals(written);
        };
    }

    private static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }
}
