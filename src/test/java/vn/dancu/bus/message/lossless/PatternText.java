package vn.dancu.bus.message.lossless;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts that match a pattern of the schemas: alternatives, groups, classes and the quantifiers {@code ? * + {n,m}}.
 * A class is tried on a pool of characters, so that it means here what it means to whoever checks the text.
 */
final class PatternText {

    private static final String PLAIN = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
            + "abcdefghijklmnopqrstuvwxyz{|}~ĂÂĐÊÔƠƯăâđêôơưếẫự’";
    private static final String COMBINING = "\u0301\u0323\u0302";
    private static final String ASTRAL = "\uD840\uDC00\uD862\uDE3B";
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]+)(,([0-9]+)?)?}");
    private static final int MANY = 12;
    private static final Map<String, List<String>> MEMBERS = new ConcurrentHashMap<>();

    private final String pattern;
    private final Chance chance;
    private final String pool;
    private int at;

    private PatternText(String pattern, Chance chance, String pool) {
        this.pattern = pattern;
        this.chance = chance;
        this.pool = pool;
    }

    /** A text; with characters beyond the basic plane only if they are wanted. */
    static String of(String pattern, Chance chance, boolean astral) {
        return new PatternText(pattern, chance, astral ? PLAIN + COMBINING + ASTRAL : PLAIN + COMBINING).alternatives();
    }

    // Every alternative is made, since that is how its end is found; one is taken.
    private String alternatives() {
        String taken = sequence();
        for (int seen = 2; at < pattern.length() && pattern.charAt(at) == '|'; seen++) {
            at++;
            String next = sequence();
            taken = chance.oneIn(seen) ? next : taken;
        }
        return taken;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String first = atom();
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? first : atom());
                at = i == 0 ? end : at;
            }
            at = after;
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at);
        if (c == '(') {
            at++;
            String group = alternatives();
            at++;
            return group;
        }
        int start = at;
        if (c == '[') {
            while (pattern.charAt(at) != ']') {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        } else {
            at += c != '\\' ? 1 : pattern.charAt(at + 1) == 'p' ? pattern.indexOf('}', at) - at + 1 : 2;
        }
        return chance.of(members(pattern.substring(start, at), pool));
    }

    private int times() {
        if (at == pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '?' -> {
                at++;
                return chance.upTo(1);
            }
            case '*', '+' -> {
                int least = pattern.charAt(at++) == '+' ? 1 : 0;
                return least + chance.upTo(MANY);
            }
            case '{' -> {
                Matcher counts = COUNTS.matcher(pattern).region(at, pattern.length());
                if (!counts.lookingAt()) {
                    throw new IllegalStateException("No count in " + pattern);
                }
                at = counts.end();
                int least = Integer.parseInt(counts.group(1));
                int most = counts.group(3) == null ? least : Integer.parseInt(counts.group(3));
                return chance.oneIn(8) ? most : least + chance.upTo(Math.min(MANY, most - least));
            }
            default -> {
                return 1;
            }
        }
    }

    private static List<String> members(String single, String pool) {
        return MEMBERS.computeIfAbsent(single + pool.length(), key -> {
            Pattern pattern = Pattern.compile(single);
            List<String> members = pool.codePoints()
                    .mapToObj(Character::toString)
                    .filter(character -> pattern.matcher(character).matches())
                    .toList();
            if (members.isEmpty()) {
                throw new IllegalStateException("No character of the pool is of " + single);
            }
            return members;
        });
    }
}
