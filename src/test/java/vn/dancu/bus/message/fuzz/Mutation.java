package vn.dancu.bus.message.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes inputs, in bytes and in the words of their wire. Text here is one character for each byte. */
final class Mutation {

    private static final int LONGEST = 1 << 16;
    private static final Pattern XML = Pattern.compile("<[^>]*+>?+|[^<]++");
    private static final Pattern JSON =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"?+|[\\[\\]{}:,]|[^\"\\[\\]{}:,]++", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[/@\\[\\]{}]|[^/@\\[\\]{}]++");

    private static final List<String> XML_WORDS = List.of(
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "--",
            "<?xml version='1.1'?>",
            "<?a b?>",
            "&#0;",
            "&#x1F600;",
            "&#xD800;",
            "&#13;",
            "&lt;",
            "&b;",
            "&",
            "<",
            "<a>",
            "</a>",
            "<a/>",
            " xmlns=''",
            " xmlns='urn:x'",
            " xmlns:a='urn:{x}'",
            " xmlns:xml='urn:x'",
            " a:b='c'",
            " xml:lang='vi'",
            " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'",
            " i:type='x'",
            "a:",
            "=",
            "'",
            "\"",
            "====",
            "QUJD");
    private static final List<String> JSON_WORDS = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\"#text\":\"x\"",
            "\"#text\":null",
            "\"#text\":{}",
            "\"#order\":[]",
            "\"#order\":[\"a\"]",
            "\"#order\":[null]",
            "\"#mixed\":[\"x\",{\"a\":\"b\"}]",
            "\"#mixed\":[[]]",
            "\"#mixed\":[{}]",
            "\"@a\":\"b\"",
            "\"@a\":null",
            "\"@{urn:x}a\":\"b\"",
            "\"@\":\"b\"",
            "\"@@a\":\"b\"",
            "\"{urn:x}a\":\"b\"",
            "\"{}a\":\"b\"",
            "\"{urn:x\":\"b\"",
            "\"{http://www.w3.org/2000/xmlns/}a\":\"b\"",
            "\"{http://www.w3.org/XML/1998/namespace}a\":\"b\"",
            "\"@{http://www.w3.org/2000/xmlns/}a\":\"b\"",
            "\"@xmlns\":\"urn:x\"",
            "\"xmlns\":\"urn:x\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\uFFFE\"",
            "1e400",
            "-0",
            "0.1",
            "9223372036854775808",
            "1".repeat(70),
            "NaN",
            ",",
            ":",
            "/*c*/");
    private static final List<String> PATH_WORDS =
            List.of("/", "@", "[", "]", "[0]", "[999999999]", "{", "}", "{}", "{urn:x}", "CongDan", "a", "[-1]", "/@");
    private static final List<String> ANY_WORDS = List.of(
            "", "0", "01", "+5", "-1", "999080000001", "19800102", "1980-01-02", "x", " ", "\n", "\u00ef\u00bb\u00bf");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** One to eight changes, some of which take from the other input. */
    byte[] of(byte[] input, byte[] other, String wire) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (int times = random.nextInt(1 << random.nextInt(4)); times >= 0; times--) {
            text = random.nextInt(3) == 0
                    ? bytes(text)
                    : words(text, new String(other, StandardCharsets.ISO_8859_1), wire);
        }
        return cut(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String bytes(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(8));
        String head = text.substring(0, at);
        String tail = text.substring(to);
        return switch (random.nextInt(5)) {
            case 0 -> head + tail;
            case 1 -> head + (char) random.nextInt(256) + tail;
            case 2 -> head + (char) random.nextInt(256) + text.substring(at);
            case 3 -> head;
            default ->
                at == text.length()
                        ? text
                        : head + (char) (text.charAt(at) ^ (1 << random.nextInt(8))) + text.substring(at + 1);
        };
    }

    private String words(String text, String other, String wire) {
        Pattern pattern = wire.equals(".xml") ? XML : wire.equals(".json") ? JSON : PATH;
        List<String> words = split(text, pattern);
        int at = random.nextInt(words.size() + 1);
        int to = Math.min(words.size(), at + 1 + random.nextInt(4));
        switch (random.nextInt(8)) {
            case 0 -> words.subList(at, to).clear();
            case 1 -> words.addAll(at, List.copyOf(words.subList(at, to)));
            case 2 -> words.add(at, words.isEmpty() ? "" : words.get(random.nextInt(words.size())));
            case 3 -> words.addAll(at, part(split(other, pattern)));
            case 4 -> repeat(words, at, to);
            case 5 -> set(words, at, ANY_WORDS.get(random.nextInt(ANY_WORDS.size())));
            case 6 -> set(words, at, word(wire));
            default -> words.add(at, word(wire));
        }
        return String.join("", words);
    }

    private List<String> part(List<String> words) {
        int from = random.nextInt(words.size() + 1);
        return words.subList(from, Math.min(words.size(), from + 1 + random.nextInt(12)));
    }

    // Deep and long documents.
    private void repeat(List<String> words, int from, int to) {
        List<String> part = List.copyOf(words.subList(from, to));
        int times = random.nextInt(8) == 0 ? 1 << random.nextInt(12) : random.nextInt(5);
        List<String> more = new ArrayList<>();
        for (int i = 0; i < times && more.size() < LONGEST / 4; i++) {
            more.addAll(part);
        }
        words.addAll(from, more);
    }

    private static void set(List<String> words, int at, String word) {
        if (at < words.size()) {
            words.set(at, word);
        }
    }

    private String word(String wire) {
        List<String> words = wire.equals(".xml") ? XML_WORDS : wire.equals(".json") ? JSON_WORDS : PATH_WORDS;
        String word = words.get(random.nextInt(words.size()));
        // A property is made one more of an object.
        return wire.equals(".json") && word.contains("\":") ? (random.nextBoolean() ? word + "," : "," + word) : word;
    }

    private static List<String> split(String text, Pattern pattern) {
        List<String> words = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
