package vn.dancu.bus.sandbox.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key by which both issuers sign, made when it is first wanted: RSA takes a second of a processor, and few sandboxes see a
 * citizen. A new one takes the place of the last, whose tokens are worthless from then on.
 */
final class MockSigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    private @Nullable RSAKey key;

    synchronized void rotate() {
        key = null;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(current()));
    }

    private synchronized RSAKey current() {
        RSAKey present = key;
        if (present == null) {
            present = made();
            key = present;
        }
        return present;
    }

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }
}
