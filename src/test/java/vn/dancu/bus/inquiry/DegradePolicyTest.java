package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.population.PopulationOperation;

class DegradePolicyTest {

    private static final PopulationOperation BLOOD = PopulationOperation.CUNG_CAP_THONG_TIN_NHOM_MAU;
    private static final PopulationOperation CITIZEN = PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
    private static final Map<String, String> STRICT =
            Map.of("dancu.degrade.kafka-lag", "10m", "dancu.degrade.services.CungCapThongTinNhomMau.kafka", "refuse");

    @Test
    void refusesWhereItIsDeclaredOnceEventsWaitTooLong() {
        DegradeSettings settings = bound(STRICT);

        assertThatCode(() -> new DegradePolicy(settings, () -> Duration.ofMinutes(10)).requireAnswerable(BLOOD))
                .doesNotThrowAnyException();
        DegradePolicy late = new DegradePolicy(settings, () -> Duration.ofMinutes(11));
        assertThatThrownBy(() -> late.requireAnswerable(BLOOD))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("audit_unavailable");
        assertThatCode(() -> late.requireAnswerable(CITIZEN)).doesNotThrowAnyException();
    }

    @Test
    void refusesByCodeWhenTheDatabaseDoesNotSayHowLongEventsWait() {
        DegradePolicy blind = new DegradePolicy(bound(STRICT), () -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThatThrownBy(() -> blind.requireAnswerable(BLOOD)).hasMessageContaining("audit_unavailable");
        assertThatCode(() -> blind.requireAnswerable(CITIZEN)).doesNotThrowAnyException();
        assertThat(blind.health().getDetails()).containsEntry("kafkaLag", "unknown");
    }

    @Test
    void showsEachServiceAndIsNeverDown() {
        var health = new DegradePolicy(bound(STRICT), () -> Duration.ofHours(3)).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("kafkaLag", "PT3H").containsEntry("kafkaLagAtMost", "PT10M");
        assertThat((Map<?, ?>) health.getDetails().get("services")).hasSize(PopulationOperation.values().length);
        assertThat(health.getDetails().get("services").toString())
                .contains("CungCapThongTinNhomMau={artemis=answer, disk=answer, kafka=refuse, postgresql=refuse}")
                .contains("TraCuuThongTinCongDan={artemis=answer, disk=answer, kafka=answer, postgresql=refuse}");
    }

    @Test
    void takesTheNameOfAServiceAsAnEnvironmentVariableWritesIt() {
        Map<String, String> lower = Map.of("dancu.degrade.services.cungcapthongtinnhommau.kafka", "refuse");

        assertThat(bound(lower).of(BLOOD).kafka()).isEqualTo(DegradeSettings.Choice.REFUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "services.TraCuuThongTinCongDan.postgresql, answer, no answer leaves without a durable record",
        "services.TraCuuThongTinCongDan.artemis, refuse, do not need Artemis",
        "services.TraCuuThongTinCongDan.disk, refuse, takes none of the folder",
        "services.TraCuuCongDan.kafka, refuse, there is no such service",
        "kafka-lag, 0s, takes 1s and more"
    })
    void refusesAtTheStartWhatCannotBeChosenInTwoLanguages(String key, String value, String rule) {
        assertThatThrownBy(() -> bound(Map.of("dancu.degrade." + key, value)))
                .rootCause()
                .hasMessageContaining("dancu.degrade." + key.replace(".kafka", ""))
                .hasMessageContaining(" / ")
                .hasMessageContaining(rule);
    }

    private static DegradeSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("dancu.degrade", DegradeSettings.class);
    }
}
