package vn.dancu.bus.hub.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.hub.KeptAnswersSettings;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.ResultStatus;

class RecentAnswersTest {

    private static final String BASIS = "Điều 42 Quy chế phối hợp, bản thử nghiệm";
    private static final Set<FieldPath> NAME = Set.of(FieldPath.of("HoVaTen"));
    private static final Set<FieldPath> NAME_AND_GENDER = Set.of(FieldPath.of("HoVaTen"), FieldPath.of("GioiTinh"));
    private static final Instant READ = Instant.parse("2026-11-30T01:02:03Z");

    private final AtomicLong nanos = new AtomicLong();
    private final RecentAnswers kept = new RecentAnswers(
            settings(Duration.ofMinutes(5), BASIS, List.of("TraCuuThongTinCongDan"), List.of("HoVaTen", "GioiTinh")),
            nanos::get);

    @Test
    void givesTheSameQuestionTheSameAnswerWithTheTimeOfItsData() {
        kept.keep(query("q-1", "tw01", "999000000001"), NAME, answer(ResultStatus.FOUND));

        assertThat(kept.find(query("q-2", "tw01", "999000000001"), NAME)).hasValueSatisfying(answer -> {
            assertThat(answer.answer().requestId()).isEqualTo("q-2");
            assertThat(answer.answer().dataTime()).isEqualTo(READ);
            assertThat(answer.legalBasis()).isEqualTo(BASIS);
        });
    }

    @Test
    void givesNothingForOtherFieldsAnotherOfficerOrAnotherPerson() {
        kept.keep(query("q-1", "tw01", "999000000001"), NAME_AND_GENDER, answer(ResultStatus.FOUND));

        assertThat(kept.find(query("q-2", "tw01", "999000000001"), NAME)).isEmpty();
        assertThat(kept.find(query("q-2", "tw02", "999000000001"), NAME_AND_GENDER))
                .isEmpty();
        assertThat(kept.find(query("q-2", "tw01", "999000000002"), NAME_AND_GENDER))
                .isEmpty();
        assertThat(kept.find(born("q-2", 1981), NAME_AND_GENDER)).isEmpty();
    }

    @Test
    void endsWithItsValidityAndWithAnyChange() {
        kept.keep(query("q-1", "tw01", "999000000001"), NAME, answer(ResultStatus.FOUND));
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(kept.find(query("q-2", "tw01", "999000000001"), NAME)).isPresent();

        nanos.addAndGet(1);
        assertThat(kept.find(query("q-2", "tw01", "999000000001"), NAME)).isEmpty();
        kept.keep(query("q-1", "tw01", "999000000001"), NAME, answer(ResultStatus.FOUND));
        kept.forget();

        assertThat(kept.find(query("q-2", "tw01", "999000000001"), NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ResultStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
    void keepsNothingButSomebodyFound(ResultStatus status) {
        kept.keep(query("q-1", "tw01", "999000000001"), NAME, answer(status));

        assertThat(kept.find(query("q-1", "tw01", "999000000001"), NAME)).isEmpty();
    }

    @Test
    void keepsNoFieldThatTheBasisDoesNotCover() {
        Set<FieldPath> more = Set.of(FieldPath.of("HoVaTen"), FieldPath.of("TonGiao"));
        kept.keep(query("q-1", "tw01", "999000000001"), more, answer(ResultStatus.FOUND));

        assertThat(kept.find(query("q-1", "tw01", "999000000001"), more)).isEmpty();
    }

    @Test
    void startsWithALegalBasisOrNotAtAll() {
        List<String> services = List.of("TraCuuThongTinCongDan");
        List<String> fields = List.of("HoVaTen");
        Duration minutes = Duration.ofMinutes(5);

        assertThatThrownBy(() -> settings(minutes, null, services, fields)).hasMessageContaining("legal-basis");
        assertThatThrownBy(() -> settings(minutes, "   ", services, fields)).hasMessageContaining("legal-basis");
        assertThatThrownBy(() -> settings(Duration.ofHours(2), BASIS, services, fields))
                .hasMessageContaining("validity");
        assertThatThrownBy(() -> settings(minutes, BASIS, List.of(), fields)).hasMessageContaining("services");
        assertThatThrownBy(() -> settings(minutes, BASIS, List.of("XacMinhThongTinChuHo"), fields))
                .hasMessageContaining("services");
        assertThatThrownBy(() -> settings(minutes, BASIS, services, List.of("MauToc")))
                .hasMessageContaining("fields");
        assertThatThrownBy(() -> settings(null, BASIS, services, fields)).hasMessageContaining("validity");
        assertThat(settings(null, null, List.of(), List.of()).isOn()).isFalse();
    }

    private static KeptAnswersSettings settings(
            @Nullable Duration validity, @Nullable String basis, List<String> services, List<String> fields) {
        return new KeptAnswersSettings(validity, basis, services, fields, 100);
    }

    private static Answer answer(ResultStatus status) {
        return new Answer.OfCitizen("q-1", status, READ, CitizenQuery.NO_CLAIMS);
    }

    private static CitizenQuery query(String id, String officer, String number) {
        return query(id, officer, number, 1980);
    }

    private static CitizenQuery born(String id, int year) {
        return query(id, "tw01", "999000000001", year);
    }

    private static CitizenQuery query(String id, String officer, String number, int year) {
        return new CitizenQuery(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                id,
                "2.000815",
                officer,
                null,
                null,
                PersonalId.soDinhDanh(number),
                "NGUYENVANA",
                BirthDate.ofYear(year),
                CitizenQuery.NO_CLAIMS,
                Set.of());
    }
}
