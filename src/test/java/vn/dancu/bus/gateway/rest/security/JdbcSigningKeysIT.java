package vn.dancu.bus.gateway.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.SecretBox;

class JdbcSigningKeysIT {

    private JdbcClient jdbc = JdbcClient.create(MigratedDatabase.fresh());

    @BeforeEach
    void startsWithoutAKey() {
        jdbc = JdbcClient.create(MigratedDatabase.fresh());
    }

    @Test
    void givesEveryInstanceTheSameKeyAlsoAfterARestart() {
        RSAKey first = keys("one master key of thirty-two byte").current();
        RSAKey second = keys("one master key of thirty-two byte").current();

        assertThat(second).isEqualTo(first);
        assertThat(first.isPrivate()).isTrue();
        assertThat(first.size()).isEqualTo(2048);
    }

    @Test
    void agreesOnOneKeyWhenManyInstancesStartTogether() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(6);
        try {
            List<Future<RSAKey>> made = IntStream.range(0, 6)
                    .mapToObj(i -> instances.submit(
                            () -> keys("one master key of thirty-two byte").current()))
                    .toList();
            RSAKey first = made.get(0).get();
            for (Future<RSAKey> each : made) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            instances.shutdownNow();
        }
    }

    @Test
    void keepsTheKeySealed() {
        keys("one master key of thirty-two byte").current();

        byte[] kept = jdbc.sql("select sealed from gateway.signing_key")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("kty", "RSA");
    }

    @Test
    void saysWhatToDoWhenTheMasterKeyIsAnother() {
        keys("one master key of thirty-two byte").current();

        assertThatThrownBy(() -> keys("another key of thirty-two bytes!!").current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another master key");
    }

    private JdbcSigningKeys keys(String master) {
        SecretBox box = SecretBox.forUse(master.getBytes(StandardCharsets.UTF_8), "gateway/signing");
        return new JdbcSigningKeys(jdbc, box, Clock.systemUTC());
    }
}
