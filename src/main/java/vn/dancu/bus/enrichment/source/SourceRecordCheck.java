package vn.dancu.bus.enrichment.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.SourceColumn.Use;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.check.RecordRule;
import vn.dancu.bus.enrichment.check.ValueCheck;
import vn.dancu.bus.message.population.BirthDate;

/** Checks the records of a source, column by column in the order of its file; the first flaw counts. */
final class SourceRecordCheck implements RecordCheck {

    private static final int YEAR_DIGITS = 4;
    private static final int ISO_MONTH = 5;
    private static final int ISO_DAY = 8;

    private final SourceColumn[] columns;
    private final ValueCheck[] checks;
    private final List<RecordRule> rules;
    private final ValueCheck.Written form;
    private final int number;
    private final int name;
    private final int birthDate;
    private final int verifiedOn;
    private final int recordId;
    private final int[] values;

    SourceRecordCheck(DeclaredSource.Content content, ValueCheck.Written form) {
        this.columns = content.columns().toArray(SourceColumn[]::new);
        this.checks = content.checks().toArray(ValueCheck[]::new);
        this.rules = content.rules();
        this.form = form;
        this.number = place(Use.NUMBER);
        this.name = place(Use.NAME);
        this.birthDate = place(Use.BIRTH_DATE);
        this.verifiedOn = place(Use.VERIFIED_ON);
        this.recordId = content.recordId();
        this.values = places(Use.VALUE).toArray();
    }

    private int place(Use use) {
        return places(use).findFirst().orElse(-1);
    }

    private IntStream places(Use use) {
        return IntStream.range(0, columns.length).filter(i -> columns[i].use() == use);
    }

    @Override
    public CheckedRecord check(SourceRecord written) {
        if (written.flaw() != null) {
            return new CheckedRecord.Refused(written.line(), written.flaw(), "");
        }
        @Nullable String[] canonical = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            RefusalReason reason = check(written.values().get(i), canonical, i);
            if (reason != null) {
                return new CheckedRecord.Refused(written.line(), reason, columns[i].name());
            }
        }
        for (RecordRule rule : rules) {
            if (!rule.isKept(canonical)) {
                String field = columns[rule.places().get(0)].name();
                return new CheckedRecord.Refused(
                        written.line(),
                        rule.kind() == RecordRule.Kind.ONE_OF_THEM
                                ? RefusalReason.VALUE_MISSING
                                : RefusalReason.VALUES_DISAGREE,
                        field);
            }
        }
        return accepted(written.line(), canonical);
    }

    private @Nullable RefusalReason check(@Nullable String written, @Nullable String[] canonical, int place) {
        String value = written == null ? "" : stripped(written);
        if (value.isEmpty()) {
            return columns[place].required() ? RefusalReason.VALUE_MISSING : null;
        }
        if (value.charAt(0) == '=' || value.charAt(0) == '@') {
            return RefusalReason.FORMULA;
        }
        return checks[place].check(value, form, canonical, place);
    }

    private CheckedRecord.Accepted accepted(long line, @Nullable String[] canonical) {
        @Nullable String[] ofGroup = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            ofGroup[i] = canonical[values[i]];
        }
        String verified = verifiedOn < 0 ? null : canonical[verifiedOn];
        return new CheckedRecord.Accepted(
                line,
                Objects.requireNonNull(canonical[number]),
                Objects.requireNonNull(canonical[name]),
                birthDate(Objects.requireNonNull(canonical[birthDate])),
                verified == null ? null : day(verified),
                recordId < 0 ? null : canonical[recordId],
                Arrays.asList(ofGroup));
    }

    private static BirthDate birthDate(String iso) {
        return iso.length() == YEAR_DIGITS ? BirthDate.ofYear(digits(iso, 0, YEAR_DIGITS)) : BirthDate.of(day(iso));
    }

    /** What the checks of dates wrote. The parser of the JDK takes longer than all checks of a record together. */
    private static LocalDate day(String iso) {
        return LocalDate.of(
                digits(iso, 0, YEAR_DIGITS), digits(iso, ISO_MONTH, ISO_MONTH + 2), digits(iso, ISO_DAY, ISO_DAY + 2));
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static String stripped(String text) {
        boolean isBare = !text.isEmpty() && isInk(text.charAt(0)) && isInk(text.charAt(text.length() - 1));
        return isBare ? text : text.replace('\u00A0', ' ').strip();
    }

    private static boolean isInk(char c) {
        return c > ' ' && c != '\u00A0' && !Character.isWhitespace(c);
    }
}
