package vn.dancu.bus.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dancu.bus.fixtures.RawHttp;

/** What no text file can hold: broken bytes, and sizes that do not belong into a repository. */
final class Transforms {

    static final int HUGE = 100 << 20;

    private static final int DEPTH = 50_000;

    static byte[] bytes(String transform, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return switch (transform) {
            case "none" -> utf8;
            case "truncate" -> Arrays.copyOf(utf8, utf8.length * 2 / 3);
            case "byte-order-mark" -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_8);
            case "utf-16" -> text.getBytes(StandardCharsets.UTF_16);
            case "invalid-utf-8" -> replace(utf8, "@@BAD@@", new byte[] {'A', (byte) 0xC3, (byte) 0x28, (byte) 0xFF});
            case "nul" -> replace(utf8, "@@NUL@@", new byte[] {0});
            case "deep" ->
                replace(
                        utf8,
                        "@@DEEP@@",
                        ("<a>".repeat(DEPTH) + "x" + "</a>".repeat(DEPTH)).getBytes(StandardCharsets.UTF_8));
            case "attributes" ->
                replace(
                        utf8,
                        "@@ATTRS@@",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> "a" + i + "=\"x\"")
                                .collect(Collectors.joining(" "))
                                .getBytes(StandardCharsets.UTF_8));
            case "long-text" -> replace(utf8, "@@LONG@@", "A".repeat(900_000).getBytes(StandardCharsets.UTF_8));
            case "huge-text" -> replace(utf8, "@@HUGE@@", "A".repeat(1_500_000).getBytes(StandardCharsets.UTF_8));
            case "deep-json" -> ("{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("No such transform: " + transform);
        };
    }

    /** A hundred megabytes, never in memory at once. */
    static RawHttp.Body huge(boolean chunked) {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' '); // white space before a document: a parser reads on
        return out -> {
            for (int sent = 0; sent < HUGE; sent += block.length) {
                if (chunked) {
                    out.write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(block);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    private static byte[] replace(byte[] text, String mark, byte[] with) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        int at = latin.indexOf(mark);
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + with.length);
        out.write(text, 0, at);
        out.writeBytes(with);
        out.write(text, at + mark.length(), text.length - at - mark.length());
        return out.toByteArray();
    }

    private Transforms() {}
}
