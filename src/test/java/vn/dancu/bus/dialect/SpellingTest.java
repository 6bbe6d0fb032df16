package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.dialect.NameFolding.Step;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** How names, moments and texts with places are written. */
class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Ấn",
                "ĐẶNG THỊ ĐÀO",
                "đặng  thị-đào (bé)",
                "H'Hen Niê",
                "Y Ƀlô 2",
                "ﬁ Ʉ Ðào",
                "H\u2019\u00A0Hen\u00AD Øst"
            })
    void foldsWholeAsTheRegisterCompares(String name) {
        NameFolding whole = new NameFolding(EnumSet.allOf(Step.class));

        assertThat(whole.fold(name)).isEqualTo(NameNormalizer.fold(name));
        assertThat(whole.fold(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(NameNormalizer.fold(name));
    }

    @Test
    void foldsNoMoreThanThePackSays() {
        assertThat(new NameFolding(Set.of()).fold("Đặng Thị-Đào")).isEqualTo("Đặng Thị-Đào");
        assertThat(new NameFolding(Set.of(Step.UPPER_CASE)).fold("Đặng Thị-Đào"))
                .isEqualTo("ĐẶNG THỊ-ĐÀO");
        assertThat(new NameFolding(Set.of(Step.NO_DIACRITICS)).fold("Đặng thị-đào"))
                .isEqualTo("Dang thi-dao");
        assertThat(new NameFolding(Set.of(Step.NO_SPACES)).fold("Đặng Thị-Đào")).isEqualTo("ĐặngThị-Đào");
        assertThat(new NameFolding(Set.of(Step.LETTERS_AND_DIGITS)).fold("Đặng Thị-Đào 2"))
                .isEqualTo("Đặng ThịĐào 2");
        assertThat(new NameFolding(Set.of()).fold("\uFEFFĐặng\u00A0Thị\u00AD Đ\u200Bào"))
                .isEqualTo("Đặng Thị Đào");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795482123", "1795482123456", "24112026T080203+0456"})
    void readsTheMomentThatItWrote(String text) {
        TimeForm form = EnumSet.allOf(TimeForm.class).stream()
                .filter(it -> it.read(text).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(form.write(form.read(text).orElseThrow())).isEqualTo(text);
        assertThat(form.read(text).orElseThrow()).isBetween(Instant.ofEpochSecond(1795482123), Questions.AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17954821", "17954821234", "-795482123", "99992026T080203+0456", "24112026T0802030456"})
    void readsNoMomentFromWhatIsNone(String text) {
        assertThat(EnumSet.allOf(TimeForm.class))
                .allSatisfy(form -> assertThat(form.read(text)).isEmpty());
    }

    @Test
    void fillsPlaces() {
        Map<String, String> values = Map.of("user", "u", "key", "k:1");

        Template template = Template.of("a {user} {base64(user:key)} z");

        assertThat(template.fill(name -> values.getOrDefault(name, ""))).isEqualTo("a u dTprOjE= z");
        assertThat(template.names()).containsExactly("user", "key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "{1}", "{a b}", "{base64()}", "{base64(a}", "{{a}}", "${a", "{sha256(a)}"})
    void refusesABraceThatIsNoPlace(String text) {
        assertThatThrownBy(() -> Template.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
