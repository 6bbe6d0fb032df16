package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_SINCE_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_TO_2025;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsSince2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsTo2025;
import vn.dancu.bus.catalogue.crosswalk.Translation.Candidate;
import vn.dancu.bus.catalogue.crosswalk.Translation.Exact;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.None;
import vn.dancu.bus.catalogue.crosswalk.Translation.OneOf;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;

/** The pairs are made up; only the codes exist. */
class MergerListTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @TempDir
    private Path folder;

    @Test
    void answersExactlyWhereAWardWentIntoOne() throws IOException {
        Translations translations = with("old_code,new_code,note\n00001,00004,whole\n");

        assertThat(forward(translations, "00001"))
                .isEqualTo(new Exact<>(new Candidate<>(
                        Code.of(WARDS_SINCE_2025, "00004"), Ground.MERGER_LIST, Confidence.ONE_SOURCE)));
    }

    @Test
    void answersCompletelyWhereAWardWasSplit() throws IOException {
        Translations translations = with("old_code,new_code\n1,4\n00001,00008\n");

        assertThat(forward(translations, "00001")).isInstanceOfSatisfying(OneOf.class, several -> {
            assertThat(several.complete()).isTrue();
            assertThat(several.why()).isEqualTo(Why.SPLIT_BETWEEN_SEVERAL);
            assertThat(several.candidates()).extracting("code.text").containsExactly("00004", "00008");
        });
    }

    @Test
    void keepsToCandidatesWhereTheListSaysNothing() throws IOException {
        Translations translations = with("old_code,new_code\n00001,00004\n");

        assertThat(forward(translations, "00006"))
                .isInstanceOfSatisfying(
                        OneOf.class, several -> assertThat(several.complete()).isFalse());
        assertThat(backward(translations, "00004"))
                .isInstanceOfSatisfying(
                        OneOf.class, several -> assertThat(several.complete()).isFalse());
    }

    @Test
    void isCompleteOnTheWayBackOnceItLeavesOutNoWard() throws IOException {
        // Given
        List<String> former = CsvFile.published("wards_pre2025.csv").stream()
                .map(line -> line.get("code"))
                .toList();
        String list = former.stream()
                .map(code -> code + "," + (code.equals("00008") ? "00008" : "00004"))
                .collect(Collectors.joining("\n", "old_code,new_code\n", "\n"));

        // When
        Translations translations = with(list);

        // Then
        assertThat(backward(translations, "00008"))
                .isEqualTo(new Exact<>(
                        new Candidate<>(Code.of(WARDS_TO_2025, "00008"), Ground.MERGER_LIST, Confidence.ONE_SOURCE)));
        assertThat(backward(translations, "00004")).isInstanceOfSatisfying(OneOf.class, several -> {
            assertThat(several.complete()).isTrue();
            assertThat(several.why()).isEqualTo(Why.MERGED_FROM_SEVERAL);
            assertThat(several.candidates()).hasSize(former.size() - 1);
        });
        assertThat(backward(translations, "00025")).isEqualTo(new None<>(Why.NOT_LISTED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "old_code,new_code/00001,00004/99999,00004 | :3: old_code 99999 is no ward of qd-124-2004",
                "old_code,new_code/00001,00001             | :2: new_code 00001 is no ward of qd-19-2025",
                "old_code,new_code/,00004                  | :2: old_code  is no ward of qd-124-2004",
                "old_code,new_code/00001,00004/1,4         | :3: the pair 00001, 00004 is there twice",
                "old,new/00001,00004                       | :1: the header has no column old_code"
            })
    void namesFileAndLineOfWhatIsWrong(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(text.replace("/", "\n")))
                .withMessage(folder.resolve("mergers.csv") + message);
    }

    private Translations with(String text) throws IOException {
        return Translations.published(Files.writeString(folder.resolve("mergers.csv"), text));
    }

    private static Translation<WardsSince2025> forward(Translations translations, String code) {
        return translations.translate(Code.of(WARDS_TO_2025, code), WARDS_SINCE_2025, BEFORE);
    }

    private static Translation<WardsTo2025> backward(Translations translations, String code) {
        return translations.translate(Code.of(WARDS_SINCE_2025, code), WARDS_TO_2025, SINCE);
    }
}
