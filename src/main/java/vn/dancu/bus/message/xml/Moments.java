package vn.dancu.bus.message.xml;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Dates and moments as JAXB binds them. */
final class Moments {

    private static final DatatypeFactory TYPES = types();
    private static final int NO_ZONE = DatatypeConstants.FIELD_UNDEFINED;

    private Moments() {}

    static XMLGregorianCalendar of(Instant moment) {
        return TYPES.newXMLGregorianCalendar(moment.toString());
    }

    static XMLGregorianCalendar of(LocalDate day) {
        return TYPES.newXMLGregorianCalendarDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), NO_ZONE);
    }

    /** The moment; Vietnam's time where the document names no zone, the epoch where there is no moment. */
    static Instant instant(@Nullable XMLGregorianCalendar moment) {
        if (moment == null) {
            return Instant.EPOCH;
        }
        String text = moment.toXMLFormat();
        return OffsetDateTime.parse(moment.getTimezone() == NO_ZONE ? text + "+07:00" : text)
                .toInstant();
    }

    static LocalDate day(XMLGregorianCalendar day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    private static DatatypeFactory types() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("The JDK has no datatype factory", e);
        }
    }
}
