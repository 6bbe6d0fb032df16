package vn.dancu.bench.load;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A synthetic person as a question names it.
 *
 * @param number SoDinhDanh
 * @param name HoVaTen, folded: upper case, no diacritics, no spaces
 * @param birth ISO date, or the year alone
 */
public record Person(String number, String name, String birth) {

    /** The person as the sandbox lists it, name not folded. */
    public static Person listed(String number, String fullName, String birth) {
        return new Person(number, fold(fullName), birth);
    }

    /** The child of NgayThangNamSinh. */
    public String birthElement() {
        String digits = birth.replace("-", "");
        return digits.length() == 4
                ? "<dan:Nam>" + digits + "</dan:Nam>"
                : "<dan:NgayThangNam>" + digits + "</dan:NgayThangNam>";
    }

    private static String fold(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return decomposed.replace('Đ', 'D').replaceAll("[^A-Z0-9]", "");
    }
}
