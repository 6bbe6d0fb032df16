package vn.dancu.bus.sandbox.enrichment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.SourceColumn.Use;
import vn.dancu.bus.enrichment.file.DateForm;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.sandbox.enrichment.SyntheticSubjects.Subject;

/**
 * A made-up delivery of a source: the same bytes for the same source, form, seed, people and share of mistakes, the first records of a
 * long one those of a short one. A record is made and written before the next.
 */
public final class SyntheticDelivery {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int THOUSAND = 1000;
    private static final SampleTemplates TEMPLATES = SampleTemplates.published();

    private final FileProfile profile;
    private final Map<String, SampleTemplate> templates;
    private final SyntheticSubjects people;
    private final long seed;
    private final int mistakes;
    private final int firstRequiredValue;

    /**
     * @param profile with the encoding that is to be written
     * @param mistakes of a thousand records, 0 to 1000
     * @throws IllegalArgumentException for a source of which the sandbox has no samples
     */
    public SyntheticDelivery(
            EnrichmentSource source, FileProfile profile, SyntheticSubjects people, long seed, int mistakes) {
        this.profile = profile;
        this.templates = TEMPLATES.of(source.code());
        this.people = people;
        this.seed = seed;
        this.mistakes = mistakes;
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("a source of which there are samples");
        }
        List<SourceColumn> columns = profile.columns();
        this.firstRequiredValue = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).use() == Use.VALUE && columns.get(i).required())
                .findFirst()
                .orElse(-1);
    }

    /** What may be wrong with a record. */
    private enum Mistake {
        NONE,
        OTHER_NAME,
        OTHER_BIRTH_DATE,
        UNKNOWN_NUMBER,
        SCIENTIFIC_NUMBER,
        VALUE_MISSING,
        PERSON_TWICE
    }

    /** Writes the file; the stream stays open. */
    public void write(long records, OutputStream out) throws IOException {
        RecordFileWriter writer = RecordFileWriters.open(profile, out);
        for (long index = 0; index < records; index++) {
            writer.write(record(index));
        }
        writer.finish();
    }

    private List<String> record(long index) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * (index + 1));
        Mistake mistake = mistake(index, random);
        Subject subject = people.at(mistake == Mistake.PERSON_TWICE ? index - 1 : index);
        SampleTemplate.Draft draft = new SampleTemplate.Draft(index, subject.number(), new HashMap<>(), random);
        Map<String, String> written = new HashMap<>();
        templates.forEach((column, template) -> {
            String value = template.value(draft);
            draft.values().put(column, value);
            written.put(column, template.isDay() ? written(value) : value);
        });
        List<String> values = new ArrayList<>(profile.columns().size());
        for (SourceColumn column : profile.columns()) {
            values.add(value(column, subject, mistake, written));
        }
        if (mistake == Mistake.VALUE_MISSING) {
            values.set(firstRequiredValue, "");
        }
        return values;
    }

    private Mistake mistake(long index, SplittableRandom random) {
        if (random.nextInt(THOUSAND) >= mistakes) {
            return Mistake.NONE;
        }
        Mistake mistake = Mistake.values()[1 + random.nextInt(Mistake.values().length - 1)];
        return mistake == Mistake.PERSON_TWICE && index == 0 ? Mistake.NONE : mistake;
    }

    private String value(SourceColumn column, Subject subject, Mistake mistake, Map<String, String> written) {
        return switch (column.use()) {
            case NUMBER ->
                switch (mistake) {
                    // The century digit 8 is of the years 2300: nobody has it.
                    case UNKNOWN_NUMBER ->
                        subject.number().substring(0, 3) + "8"
                                + subject.number().substring(4);
                    case SCIENTIFIC_NUMBER ->
                        subject.number().charAt(0) + "." + subject.number().substring(1, 6) + "E+11";
                    default -> subject.number();
                };
            case NAME -> mistake == Mistake.OTHER_NAME ? subject.name() + " Khác" : subject.name();
            case BIRTH_DATE ->
                written(
                        mistake == Mistake.OTHER_BIRTH_DATE
                                ? BirthDate.ofYear(subject.birthDate().year() - 1)
                                : subject.birthDate());
            case VERIFIED_ON, VALUE, CHECK_ONLY -> written.getOrDefault(column.name(), "");
        };
    }

    private String written(BirthDate date) {
        if (date.day() != null) {
            return written(date.iso());
        }
        if (profile.dates().contains(DateForm.YEAR)) {
            return date.iso();
        }
        return profile.dates().contains(DateForm.DAY_FIRST) ? "00/00/" + date.year() : date.year() + "-00-00";
    }

    private String written(String iso) {
        return profile.dates().contains(DateForm.DAY_FIRST)
                ? iso.substring(8) + "/" + iso.substring(5, 7) + "/" + iso.substring(0, 4)
                : iso;
    }
}
