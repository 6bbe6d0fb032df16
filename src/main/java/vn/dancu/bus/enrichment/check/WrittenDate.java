package vn.dancu.bus.enrichment.check;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.file.DateForm;

/**
 * A date out of the forms that a file may have, as one number {@code yyyyMMdd}; month and day are 0 where the year alone is known.
 * What is none is a negative number, which {@link #flaw} names.
 */
final class WrittenDate {

    private static final int FORM = -1;
    private static final int RANGE = -2;
    private static final int SERIAL = -3;
    private static final int YEAR = 10_000;
    private static final int MONTH = 100;
    private static final int YEAR_DIGITS = 4;
    private static final int COMPACT_DIGITS = 8;
    private static final int ISO_LENGTH = 10;
    private static final Pattern DAY_NUMBER = Pattern.compile("[1-9][0-9]{4}(?:\\.[0-9]+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    /** Table programs count a 29 February 1900 that there was not. */
    private static final int FIRST_SERIAL = 61;

    static int read(String text, Set<DateForm> forms) {
        int length = text.length();
        char separator = length > 2 && Digits.areAll(text, 0, 1) ? separator(text) : 0;
        if (separator == '/' && forms.contains(DateForm.DAY_FIRST)) {
            return dayFirst(text, '/');
        }
        if (separator == '-' && length == ISO_LENGTH && text.charAt(YEAR_DIGITS) == '-') {
            return forms.contains(DateForm.ISO) ? iso(text) : FORM;
        }
        if (separator == '-' && forms.contains(DateForm.DAY_FIRST_DASHED)) {
            return dayFirst(text, '-');
        }
        if (!Digits.areAll(text, 0, length)) {
            return DAY_NUMBER.matcher(text).matches() ? SERIAL : FORM;
        }
        return number(text, forms);
    }

    private static int number(String text, Set<DateForm> forms) {
        int length = text.length();
        if (length == COMPACT_DIGITS && forms.contains(DateForm.COMPACT)) {
            return day(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
        }
        if (length == YEAR_DIGITS && forms.contains(DateForm.YEAR)) {
            return digits(text, 0, YEAR_DIGITS) * YEAR;
        }
        if (length == YEAR_DIGITS + 1) {
            return forms.contains(DateForm.EXCEL_SERIAL) ? serial(digits(text, 0, length)) : SERIAL;
        }
        return FORM;
    }

    static boolean isDay(int date) {
        return date % MONTH > 0;
    }

    static int year(int date) {
        return date / YEAR;
    }

    static RefusalReason flaw(int notADate) {
        return switch (notADate) {
            case RANGE -> RefusalReason.OUT_OF_RANGE;
            case SERIAL -> RefusalReason.DATE_AS_NUMBER;
            default -> RefusalReason.FORM_WRONG;
        };
    }

    static int of(LocalDate day) {
        return day.getYear() * YEAR + day.getMonthValue() * MONTH + day.getDayOfMonth();
    }

    /** ISO 8601; the year alone where no more is known. */
    static String iso(int date) {
        int year = year(date);
        char[] text = new char[isDay(date) ? ISO_LENGTH : YEAR_DIGITS];
        for (int i = YEAR_DIGITS - 1; i >= 0; i--) {
            text[i] = (char) ('0' + year % 10);
            year /= 10;
        }
        if (text.length == ISO_LENGTH) {
            int month = date / MONTH % MONTH;
            text[4] = '-';
            text[5] = (char) ('0' + month / 10);
            text[6] = (char) ('0' + month % 10);
            text[7] = '-';
            text[8] = (char) ('0' + date % MONTH / 10);
            text[9] = (char) ('0' + date % 10);
        }
        return new String(text);
    }

    private static int iso(String text) {
        if (text.charAt(7) != '-'
                || !Digits.areAll(text, 0, 4)
                || !Digits.areAll(text, 5, 7)
                || !Digits.areAll(text, 8, 10)) {
            return FORM;
        }
        return day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    private static int dayFirst(String text, char separator) {
        int first = text.indexOf(separator);
        int second = text.indexOf(separator, first + 1);
        boolean isForm = first >= 1
                && first <= 2
                && second - first >= 2
                && second - first <= 3
                && text.length() - second == YEAR_DIGITS + 1
                && Digits.areAll(text, 0, first)
                && Digits.areAll(text, first + 1, second)
                && Digits.areAll(text, second + 1, text.length());
        return isForm
                ? day(digits(text, second + 1, text.length()), digits(text, first + 1, second), digits(text, 0, first))
                : FORM;
    }

    /** A day 0 says that the day is not known, and the month with it. */
    private static int day(int year, int month, int day) {
        if (year == 0) {
            return RANGE;
        }
        if (day == 0) {
            return month <= 12 ? year * YEAR : RANGE;
        }
        boolean exists = month >= 1 && month <= 12 && day <= daysOf(year, month);
        return exists ? year * YEAR + month * MONTH + day : RANGE;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int serial(int days) {
        return days < FIRST_SERIAL ? RANGE : of(SERIAL_ZERO.plusDays(days));
    }

    private static char separator(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return c;
            }
        }
        return 0;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private WrittenDate() {}
}
