package vn.dancu.bus.citizen;

import java.security.SecureRandom;

/** Numbers by which citizens and authorities name what was asked; they say nothing of how many there are. */
public final class CaseNumbers {

    /** Without what is mistaken for something else when it is read out or typed. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 9;

    private final SecureRandom random = new SecureRandom();

    /** A number such as {@code CH-7K3QX9PM4}. */
    public String next(String prefix) {
        StringBuilder number = new StringBuilder(prefix).append('-');
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> number.append(LETTERS.charAt(i)));
        return number.toString();
    }
}
