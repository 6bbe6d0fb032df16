package vn.dancu.bus.sandbox.enrichment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values of a column are made up. In braces: {@code digits:8} any digits; {@code serial:8} digits that are others in each record;
 * {@code of:A|B} one of some texts; {@code day:2020-01-01..2026-11-01} a day, which stands alone; {@code column:MaSoBHXH} the value of a
 * column before; {@code number} the number of the person; {@code tax} ten digits that check.
 */
final class SampleTemplate {

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)(?::([^}]*))?}|[^{]+");
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int TAX_MODULUS = 11;

    private final List<BiConsumer<StringBuilder, Draft>> parts = new ArrayList<>();
    private final boolean isDay;

    /** The record of which the value is one. */
    record Draft(long index, String number, Map<String, String> values, SplittableRandom random) {}

    SampleTemplate(String template) {
        this.isDay = template.startsWith("{day:");
        Matcher part = PART.matcher(template);
        int read = 0;
        while (part.find() && part.start() == read) {
            parts.add(part(part.group(), part.group(1), part.group(2)));
            read = part.end();
        }
        if (read != template.length() || (isDay && parts.size() > 1)) {
            throw new IllegalArgumentException("no template: " + template);
        }
    }

    /** Whether the values are days, ISO 8601. */
    boolean isDay() {
        return isDay;
    }

    String value(Draft draft) {
        StringBuilder value = new StringBuilder();
        parts.forEach(part -> part.accept(value, draft));
        return value.toString();
    }

    private static BiConsumer<StringBuilder, Draft> part(String whole, @Nullable String kind, @Nullable String of) {
        String detail = of == null ? "" : of;
        return switch (kind == null ? "" : kind) {
            case "" -> (out, draft) -> out.append(whole);
            case "number" -> (out, draft) -> out.append(draft.number());
            case "column" -> (out, draft) -> out.append(draft.values().getOrDefault(detail, ""));
            case "tax" -> (out, draft) -> appendTaxNumber(out, draft.index());
            case "digits" -> {
                int digits = Integer.parseInt(detail);
                yield (out, draft) -> {
                    for (int i = 0; i < digits; i++) {
                        out.append((char) ('0' + draft.random().nextInt(10)));
                    }
                };
            }
            case "serial" -> {
                int digits = Integer.parseInt(detail);
                yield (out, draft) -> appendPadded(out, draft.index(), digits);
            }
            case "of" -> {
                String[] texts = detail.split("\\|", -1);
                yield (out, draft) -> out.append(texts[draft.random().nextInt(texts.length)]);
            }
            case "day" -> {
                String[] range = detail.split("\\.\\.");
                long first = LocalDate.parse(range[0]).toEpochDay();
                long last = LocalDate.parse(range[1]).toEpochDay();
                yield (out, draft) ->
                        out.append(LocalDate.ofEpochDay(draft.random().nextLong(first, last + 1)));
            }
            default -> throw new IllegalArgumentException("no template: " + whole);
        };
    }

    private static void appendPadded(StringBuilder out, long number, int digits) {
        String text = Long.toString(number);
        String last = text.substring(Math.max(0, text.length() - digits));
        out.append("0".repeat(digits - last.length())).append(last);
    }

    /** Nine digits that begin 99 and their check digit; the next nine where these have none. */
    private static void appendTaxNumber(StringBuilder out, long index) {
        StringBuilder digits = new StringBuilder("99");
        appendPadded(digits, index, 7);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 10 - sum % TAX_MODULUS;
        if (check > 9) {
            appendTaxNumber(out, index + 1);
        } else {
            out.append(digits).append(check);
        }
    }
}
