package vn.dancu.bus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownSettingsCheckTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void acceptsKeysThatExistInAnySpelling() {
        inFile("dancu.system.master-key", "a");
        inEnvironment("DANCU_SYSTEM_MASTER_KEY", "b");
        inEnvironment("DANCU_SYSTEM_MASTERKEY", "c");
        inEnvironment("PATH", "/bin");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void acceptsChannelsOfAnyNameButNoMisspeltMap() {
        inFile("dancu.channel.my-own-channel", "jms:queue:x");
        inEnvironment("DANCU_CHANNEL_ANOTHER_ONE", "jms:queue:y");
        assertThatCode(this::check).doesNotThrowAnyException();

        inFile("dancu.channels.my-own-channel", "jms:queue:x");
        assertThatThrownBy(this::check).hasMessageContaining("dancu.channels.my-own-channel");
    }

    @Test
    void stopsTheStartForAMisspeltKeyInAFileAndNamesIt() {
        inFile("dancu.system.master-kee", "hidden-value");

        assertThatThrownBy(this::check)
                .isInstanceOf(UnknownSettingsException.class)
                .hasMessageContaining("dancu.system.master-kee in file")
                .hasMessageContaining("dancu.system.master-key")
                .hasMessageNotContaining("hidden-value");
    }

    @Test
    void stopsTheStartForAnUnknownEnvironmentVariable() {
        inEnvironment("DANCU_NOWHERE_NOTHING", "1");

        assertThatThrownBy(this::check)
                .hasMessageContaining("DANCU_NOWHERE_NOTHING")
                .hasMessageContaining("no such room");
    }

    @Test
    void saysTheRepairWithoutAStackTrace() {
        inFile("dancu.systm.x", "1");

        assertThatThrownBy(this::check).satisfies(failure -> assertThat(
                        new UnknownSettingsAnalyzer().analyze(failure).getAction())
                .contains("docs/operations/settings.md"));
    }

    private void inFile(String key, String value) {
        environment.getPropertySources().addLast(new MapPropertySource("file " + key, Map.of(key, value)));
    }

    private void inEnvironment(String key, String value) {
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("env" + key, Map.of(key, value)));
    }

    private void check() {
        new UnknownSettingsCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
