package vn.dancu.bus.citizen.sms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ConversationSettings.Language;
import vn.dancu.bus.citizen.access.AccessSummary;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.field.FieldValues;

class SmsAnswerWriterTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Two parts of a text without diacritics, three of one with them: 2 × 153, 3 × 67. */
    private static final int PLAIN_ROOM = 306;

    private static final int MARKED_ROOM = 201;

    private static final RecordCodes NAMES = new RecordCodes(Catalogues.published());

    @ParameterizedTest
    @EnumSource
    void everyTextFitsWithTheLongestValues(Language language) {
        assertThatCode(() -> writer(language).requireFits(PLAIN_ROOM, "a setting"))
                .doesNotThrowAnyException();
        assertThatCode(() -> writer(language).requireFits(MARKED_ROOM, "a setting"))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> writer(language).requireFits(70, "dancu.sms.operators.vina.max-parts"))
                .withMessageMatching(
                        "Text [a-z-]+ of dancu.citizen.sms.grammar has [0-9]+ characters, and 70 fit by .*max-parts");
    }

    /** A letter with a mark stays one letter without it. */
    @ParameterizedTest
    @EnumSource
    void noTextIsLongerWithoutDiacritics(SmsGrammar.Text text) {
        String written = writer(Language.VI).fixed(text);

        assertThat(NameNormalizer.withoutMarks(written)).hasSameSizeAs(written);
    }

    @Test
    void masksWhatTheHolderOfThePhoneKnowsAnyway() {
        assertThat(record(true))
                .containsExactly(
                        "Họ tên: Nguyễn V** Đ**",
                        "Ngày sinh: 1970",
                        "Giới tính: Nam",
                        "Số định danh: ****0001",
                        "Thường trú: Phường Ba Đình, Thành phố Hà Nội");
        assertThat(record(false))
                .containsExactly(
                        "Họ tên: Nguyễn Văn Đức",
                        "Ngày sinh: 03/02/1970",
                        "Giới tính: Nam",
                        "Số định danh: 999070000001",
                        "Thường trú: Số 1 phố Thử, Phường Ba Đình, Thành phố Hà Nội");
    }

    @Test
    void writesNoLineForWhatIsNotRecorded() {
        OwnRecordWriter writer = new OwnRecordWriter(PublishedGrammar.read(), Language.EN, NAMES, true);

        assertThat(writer.write(CitizenFields.CITIZEN.record(CitizenFields.CITIZEN.values())))
                .isEmpty();
    }

    /** A one-part text without diacritics at the least; the rule: from the last line on, then the end of the first. */
    @ParameterizedTest
    @ValueSource(ints = {70, 134, 160, 201, 306})
    void leavesOutLinesFromTheLastOnAndThenTheEnd(int room) {
        List<String> lines = Collections.nCopies(9, "Thường trú: " + "x".repeat(40));

        String written = writer(Language.VI).record(lines, room);

        assertThat(written).hasSizeLessThanOrEqualTo(room);
        assertThat(written.split("\n")).containsOnly(lines.get(0));
        assertThat(writer(Language.VI).record(List.of("x".repeat(500)), room))
                .hasSize(room)
                .endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 160, 201})
    void namesAsManyUsesAsFit(int room) {
        AccessSummary.Use use =
                new AccessSummary.Use(Instant.parse("2026-11-28T20:00:00Z"), "Ủy ban nhân dân tỉnh Nghệ An", "tra cuu");

        String written = writer(Language.VI).accessLog(new AccessSummary(12, 2, List.of(use, use, use)), room);

        assertThat(written).hasSizeLessThanOrEqualTo(room);
        assertThat(written)
                .startsWith("12 lần trong 12 tháng (chính bạn: 2). Gần nhất: 29/11 Ủy ban nhân dân tỉnh Nghệ An: ");
        assertThat(writer(Language.VI).accessLog(new AccessSummary(0, 3, List.of()), room))
                .isEqualTo("Trong 12 tháng qua không có ai khác tra cứu thông tin của bạn (chính bạn: 3).");
        assertThat(writer(Language.VI).accessLog(new AccessSummary(AccessSummary.MOST, 0, List.of(use)), room))
                .startsWith("999+ lần");
    }

    private static SmsAnswerWriter writer(Language language) {
        return new SmsAnswerWriter(PublishedGrammar.read(), language, ZONE);
    }

    private static List<String> record(boolean masked) {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        values.set(CitizenFields.HO_VA_TEN, new PersonName("Nguyễn", "Văn", "Đức"));
        values.set(CitizenFields.NGAY_THANG_NAM_SINH, BirthDate.of(LocalDate.of(1970, 2, 3)));
        values.set(CitizenFields.GIOI_TINH, "1");
        values.set(CitizenFields.SO_DINH_DANH, "999070000001");
        values.set(CitizenFields.THUONG_TRU, new Address("01", null, "00004", "Số 1 phố Thử", "VN"));
        return new OwnRecordWriter(PublishedGrammar.read(), Language.VI, NAMES, masked)
                .write(CitizenFields.CITIZEN.record(values));
    }
}
