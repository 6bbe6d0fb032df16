package vn.dancu.bus.sms.alphabet;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The default alphabet of GSM with its extension table (3GPP TS 23.038 §6.2.1), a septet in each octet, as SMPP carries it. A
 * character of the extension table takes two septets.
 */
final class Gsm7 {

    private static final int ESCAPE = 0x1b;

    /** By septet; the place of the escape holds a blank, as a handset shows it where it knows no table behind it. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65,
            '€');

    private static final Map<Character, byte[]> SEPTETS = septetsByCharacter();

    static boolean canEncode(String text) {
        return text.chars().allMatch(one -> SEPTETS.containsKey((char) one));
    }

    static boolean canEncode(char one) {
        return SEPTETS.containsKey(one);
    }

    /** How many septets the character takes: 1, or 2 for one of the extension table. */
    static int septets(char one) {
        byte[] septets = SEPTETS.get(one);
        if (septets == null) {
            throw new IllegalArgumentException("A character is not in the default alphabet");
        }
        return septets.length;
    }

    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 8);
        for (char one : text.toCharArray()) {
            byte[] septets = SEPTETS.get(one);
            if (septets == null) {
                throw new IllegalArgumentException("A character is not in the default alphabet");
            }
            out.writeBytes(septets);
        }
        return out.toByteArray();
    }

    /** Null where an octet is no septet. An escape before nothing that the table has is a blank, as §6.2.1.1 says. */
    static @Nullable String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int septet = octets[i];
            if (septet < 0) {
                return null;
            }
            if (septet == ESCAPE && i + 1 < octets.length) {
                Character extended = EXTENSION.get((int) octets[++i]);
                if (octets[i] < 0) {
                    return null;
                }
                text.append(extended != null ? extended : BASIC.charAt(octets[i]));
            } else {
                text.append(BASIC.charAt(septet));
            }
        }
        return text.toString();
    }

    private static Map<Character, byte[]> septetsByCharacter() {
        Map<Character, byte[]> all = new HashMap<>();
        for (int i = 0; i < BASIC.length(); i++) {
            all.putIfAbsent(BASIC.charAt(i), new byte[] {(byte) i});
        }
        // The blank at the place of the escape.
        all.put(' ', new byte[] {0x20});
        EXTENSION.forEach((septet, one) -> all.put(one, new byte[] {ESCAPE, septet.byteValue()}));
        return Map.copyOf(all);
    }

    private Gsm7() {}
}
