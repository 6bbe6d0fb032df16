package vn.dancu.bus.sandbox.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.file.FileFormat;
import vn.dancu.bus.enrichment.file.FileLimits;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.RecordFile;
import vn.dancu.bus.enrichment.file.RecordReader;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.enrichment.source.SourceFolder;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.sandbox.population.SyntheticCrowd;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

class SyntheticDeliveryTest {

    private static final EnrichmentSources SOURCES = SourceFolder.read(
            null, Catalogues.published(), Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC));
    private static final FileLimits LIMITS = new FileLimits(1_000_000_000, 200, 65_536, 200, 64_000_000);
    private static final int SOME = 120;

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("forms")
    void passesTheChecksOfItsSourceInEveryForm(String code, String form) throws IOException {
        EnrichmentSource source = source(code);
        FileProfile profile = declared(source.profile(form).orElseThrow(), TextEncoding.UTF_8);

        List<CheckedRecord> records = checked(source, profile, file(source, profile, 0, SOME));

        assertThat(records).hasSize(SOME).allSatisfy(record -> assertThat(record)
                .isInstanceOf(CheckedRecord.Accepted.class));
        for (int i = 0; i < SOME; i++) {
            CheckedRecord.Accepted record = (CheckedRecord.Accepted) records.get(i);
            SyntheticSubjects.Subject person = people().at(i);
            assertThat(record.number()).isEqualTo(person.number()).startsWith("999");
            assertThat(record.foldedName()).isEqualTo(NameNormalizer.fold(person.name()));
            assertThat(record.birthDate()).isEqualTo(person.birthDate());
            assertThat(record.values()).hasSameSizeAs(source.elements());
        }
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void saysTheSameInEveryEncoding(TextEncoding encoding) throws IOException {
        EnrichmentSource source = source("the-bhyt");
        FileProfile plain = declared(source.profile("csv").orElseThrow(), TextEncoding.UTF_8);
        FileProfile profile = declared(plain, encoding);

        List<CheckedRecord> records = checked(source, profile, file(source, profile, 0, SOME));

        assertThat(lowerCase(records)).isEqualTo(lowerCase(checked(source, plain, file(source, plain, 0, SOME))));
    }

    @Test
    void isTheSameForTheSameSeedAndTheBeginningOfALongerOne() throws IOException {
        EnrichmentSource source = source("the-bhyt");
        FileProfile profile = declared(source.profile("csv").orElseThrow(), TextEncoding.UTF_8);

        byte[] some = file(source, profile, 50, SOME);
        byte[] more = file(source, profile, 50, 2 * SOME);

        assertThat(file(source, profile, 50, SOME)).isEqualTo(some);
        assertThat(Arrays.copyOf(more, some.length)).isEqualTo(some);
    }

    @Test
    void makesTheMistakesThatAreWanted() throws IOException {
        EnrichmentSource source = source("the-bhyt");
        FileProfile profile = declared(source.profile("csv").orElseThrow(), TextEncoding.UTF_8);

        Map<String, Integer> reasons = new TreeMap<>();
        Set<String> numbers = new HashSet<>();
        for (CheckedRecord record : checked(source, profile, file(source, profile, 500, 1000))) {
            if (record instanceof CheckedRecord.Refused refused) {
                reasons.merge(refused.reason().code(), 1, Integer::sum);
            } else if (!numbers.add(((CheckedRecord.Accepted) record).number())) {
                reasons.merge("twice", 1, Integer::sum);
            }
        }
        assertThat(reasons).containsOnlyKeys("scientific_notation", "value_missing", "twice");
        assertThat(reasons.values()).allMatch(count -> count > 40);
    }

    @Test
    void speaksOfThePeopleOfTheRegisterAndThenOfStrangers() {
        SyntheticPopulation population = new SyntheticPopulation(7, 50, WardList.load());
        SyntheticSubjects people = new RegisteredSubjects(population, new SyntheticCrowd(7));

        assertThat(people.at(45).name())
                .isEqualTo(
                        population.family(2).citizens().get(5).identity().name().full());
        assertThat(people.at(50).number())
                .isEqualTo(new SyntheticCrowd(7).at(50).soDinhDanh());
    }

    @Test
    void hasNoNumberTwiceInACrowd() {
        SyntheticCrowd crowd = new SyntheticCrowd(1);
        Set<String> numbers = new HashSet<>();
        for (long million = 0; million < 150; million++) {
            for (long person = 0; person < 20; person++) {
                assertThat(numbers.add(
                                crowd.at(million * 1_000_000 + person * 37).soDinhDanh()))
                        .isTrue();
            }
        }
    }

    private static Stream<Arguments> forms() {
        return SOURCES.all().stream().flatMap(source -> source.profiles().stream()
                .map(profile -> Arguments.of(source.code().value(), profile.name())));
    }

    /** TCVN3 has no capitals with tones. */
    private static Set<String> lowerCase(List<CheckedRecord> records) {
        Set<String> texts = new LinkedHashSet<>();
        for (CheckedRecord record : records) {
            CheckedRecord.Accepted accepted = (CheckedRecord.Accepted) record;
            texts.add((accepted.number() + accepted.foldedName() + accepted.values()).toLowerCase());
        }
        return texts;
    }

    private static List<CheckedRecord> checked(EnrichmentSource source, FileProfile profile, byte[] file)
            throws IOException {
        RecordCheck check = source.check(profile);
        Stream.Builder<CheckedRecord> records = Stream.builder();
        try (RecordReader reader = RecordFile.open(new ByteArrayInputStream(file), profile, LIMITS)) {
            for (SourceRecord next = reader.read(); next != null; next = reader.read()) {
                records.add(check.check(next));
            }
        }
        return records.build().toList();
    }

    private static byte[] file(EnrichmentSource source, FileProfile profile, int mistakes, int records)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SyntheticDelivery(source, profile, people(), 11, mistakes).write(records, out);
        return out.toByteArray();
    }

    private static SyntheticSubjects people() {
        SyntheticCrowd crowd = new SyntheticCrowd(11);
        return index -> {
            SyntheticCrowd.Somebody somebody = crowd.at(index);
            return new SyntheticSubjects.Subject(
                    somebody.soDinhDanh(), somebody.name().full(), somebody.birthDate());
        };
    }

    private static FileProfile declared(FileProfile profile, TextEncoding encoding) {
        boolean isOpen = profile.encoding() == null || encoding != TextEncoding.UTF_8;
        return profile.format() == FileFormat.XLSX || !isOpen ? profile : profile.declared(encoding);
    }

    private static EnrichmentSource source(String code) {
        return SOURCES.find(new SourceCode(code)).orElseThrow();
    }
}
