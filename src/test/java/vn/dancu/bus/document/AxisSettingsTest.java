package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Retry;
import vn.dancu.bus.document.AxisSettings.Transport;
import vn.dancu.bus.document.axis.AxisVerb;

/** Accounts as an operator writes them. */
class AxisSettingsTest {

    private static final String MAIN = "dancu.document.axis.accounts.main.";
    private static final Map<String, String> NEEDED = Map.of(
            "endpoint", "https://truc.example/VXP",
            "agency", "000.00.00.G01",
            "credentials.system-id", "000.00.00.G01",
            "credentials.secret", "synthetic");

    private static Account account(Map<String, String> lines) {
        Map<String, String> all = new HashMap<>();
        NEEDED.forEach((key, value) -> all.put(MAIN + key, value));
        lines.forEach((key, value) -> all.put(MAIN + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("dancu.document.axis", AxisSettings.class)
                .accounts()
                .get("main");
    }

    @Test
    void takesFourLinesForAnAccount() {
        Account account = account(Map.of());

        assertThat(account.transport()).isEqualTo(Transport.VXP);
        assertThat(account.pollPause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(account.http().connections()).isEqualTo(24);
        assertThat(account.retry(AxisVerb.GET)).isEqualTo(new Retry(3, Duration.ofMillis(500)));
        assertThat(account.retry(AxisVerb.SEND).attempts()).isEqualTo(1);
        assertThat(account.codes().refused()).containsExactlyInAnyOrder("10", "18", "21", "22", "23");
        assertThat(account.toString()).doesNotContain("synthetic");
    }

    @Test
    void takesAPlanForOneVerbAndOtherCodes() {
        Account account = account(Map.of(
                "transport", "edoc",
                "retry-of.update-status.attempts", "9",
                "codes.refused", "7,8"));

        assertThat(account.transport()).isEqualTo(Transport.EDOC);
        assertThat(account.retry(AxisVerb.UPDATE_STATUS).attempts()).isEqualTo(9);
        assertThat(account.codes().refused()).containsExactlyInAnyOrder("7", "8");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, truc, endpoint must be an http or https address",
        "agency, ' ', agency must be the code of an agency",
        "credentials.secret, ' ', credentials must have a system-id and a secret",
        "poll-pause, 0s, poll-pause must be positive",
        "http.connections, 0, http.connections must be from 1 to 256",
        "retry.attempts, 21, retry.attempts must be from 1 to 20",
        "retry-of.send.attempts, 2, a second SEND would be done twice"
    })
    void refusesAValueWithTheRuleThatItBreaks(String key, String value, String rule) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> account(Map.of(key, value)))
                .havingRootCause()
                .withMessageContaining(rule);
    }
}
