package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody who lives may be found in this project: every number that looks like a person's starts 999. */
class SyntheticPeopleTest {

    private static final Pattern LIKE_A_PERSON =
            Pattern.compile("(?<![0-9A-Za-z_.\\-#])(\\d{12}|\\d{9})(?![0-9A-Za-z_\\-]|\\.\\d)");
    /** The number of a household book names no person. */
    private static final Pattern BOOK = Pattern.compile("(?i)SoSoHoKhau|household_book|householdBook");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|xml|xsd|xjb|wsdl|json|ya?ml|md|sql|properties|txt|http|sh|feature|csv)");

    @Test
    void findsNoNumberOfAnybodyOutsideTheReservedRange() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : HouseFiles.all()) {
            if (TEXT.matcher(file.toString()).matches() && !file.toString().contains("catalogues")) {
                scan(file, found);
            }
        }
        assertThat(found)
                .as("take a number that starts 999, from the synthetic register or made up")
                .isEmpty();
    }

    /** Digits are the same in every encoding, and some examples are broken on purpose. */
    private static void scan(Path file, List<String> found) throws IOException {
        try (Stream<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines()) {
            int number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                Matcher matcher = LIKE_A_PERSON.matcher(line);
                while (matcher.find()) {
                    boolean reserved = matcher.group().startsWith("999");
                    if (!reserved
                            && !isRound(matcher.group())
                            && !BOOK.matcher(line).find()) {
                        found.add(file + ":" + number);
                    }
                }
            }
        }
    }

    /** A count or a limit such as 500000000, or a filler such as 000000000000, is nobody's number. */
    private static boolean isRound(String digits) {
        return digits.matches("\\d{1,3}0{6,}|(\\d)\\1{8,11}");
    }
}
