package vn.dancu.bus.gateway.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.SecretBox;

/** The key that signs access tokens, made once by whichever instance comes first and shared by all. */
final class JdbcSigningKeys {

    private static final int RSA_KEY_BITS = 2048;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    JdbcSigningKeys(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /** The shared key; made and kept when there is none yet. */
    RSAKey current() {
        return find().orElseGet(() -> {
            keep(generate());
            return find().orElseThrow(() -> new IllegalStateException("The signing key was not stored"));
        });
    }

    /** The key as what has no end; without it before the first token was asked for. */
    List<ExpiringItem> items() {
        return jdbc.sql("select kid, created_at from gateway.signing_key where slot = 1")
                .query((rs, number) -> new ExpiringItem(
                        "key/token-" + rs.getString("kid"),
                        ExpiringItem.Kind.KEY,
                        null,
                        "gateway.signing_key",
                        null,
                        null,
                        rs.getTimestamp("created_at").toInstant(),
                        null))
                .list();
    }

    private Optional<RSAKey> find() {
        return jdbc.sql("select sealed from gateway.signing_key where slot = 1")
                .query(byte[].class)
                .optional()
                .map(this::open);
    }

    /** When another instance has stored a key first, that key stays. */
    private void keep(RSAKey key) {
        byte[] sealed = box.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        """
                        insert into gateway.signing_key (slot, kid, sealed, created_at) values (1, :kid, :sealed, :now)
                        on conflict (slot) do nothing""")
                .param("kid", key.getKeyID())
                .param("sealed", sealed)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private RSAKey open(byte[] sealed) {
        try {
            return RSAKey.parse(new String(box.open(sealed), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | ParseException e) {
            throw new IllegalStateException(
                    "gateway.signing_key was sealed with another master key: give the one that was in use, or delete"
                            + " the row (tokens that are out become invalid)",
                    e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(RSA_KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }
}
