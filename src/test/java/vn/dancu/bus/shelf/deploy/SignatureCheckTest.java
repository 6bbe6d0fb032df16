package vn.dancu.bus.shelf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleSigner;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Who may sign what: bundles signed by the command, checked as the bus does. */
class SignatureCheckTest {

    private static final KeyPair EC = pair("EC", 256);
    private static final KeyPair RSA = pair("RSA", 2048);
    private static final KeyPair STRANGER = pair("EC", 256);

    private final SignatureCheck check = new SignatureCheck(settings(Map.of(
            "ops", new RouteSettings.Key(pem(EC), List.of()),
            "partners-only", new RouteSettings.Key(pem(RSA), List.of("partner")))));

    @Test
    void takesWhatATrustedKeySigned() {
        BundleContent content = bundle("common");

        assertThat(check(signed(content, EC, "ops")).signer()).isEqualTo("ops");
        assertThat(check(signed(bundle("partner"), RSA, "partners-only")).signer())
                .isEqualTo("partners-only");
    }

    @Test
    void refusesEverythingElseAndSaysWhy() {
        BundleContent content = bundle("common");

        assertThat(rules(content)).containsExactly(RouteRule.SIGNATURE_MISSING);
        assertThat(rules(signed(content, STRANGER, "ops"))).containsExactly(RouteRule.SIGNATURE_WRONG);
        assertThat(rules(signed(content, EC, "somebody"))).containsExactly(RouteRule.SIGNER_UNKNOWN);
        assertThat(rules(signed(content, RSA, "ops"))).containsExactly(RouteRule.SIGNATURE_WRONG);
        assertThat(rules(signed(content, RSA, "partners-only"))).containsExactly(RouteRule.SIGNER_ZONE);
        assertThat(rules(new BundleContent(
                        bundle("other").files(), signed(content, EC, "ops").signature())))
                .as("the signature of another content")
                .containsExactly(RouteRule.SIGNATURE_WRONG);
        assertThat(rules(new BundleContent(content.files(), "no.jws"))).containsExactly(RouteRule.SIGNATURE_WRONG);
        String unsecured = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"ops\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(rules(new BundleContent(content.files(), unsecured + "..")))
                .containsExactly(RouteRule.SIGNATURE_WRONG);
    }

    @Test
    void refusesAKeyThatIsTooWeakOrPrivateAtTheStart() {
        KeyPair weak = pair("RSA", 1024);

        assertThatThrownBy(
                        () -> new SignatureCheck(settings(Map.of("weak", new RouteSettings.Key(pem(weak), List.of())))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dancu.routes.keys.weak.file");
        assertThatThrownBy(() -> new BundleSigner(privatePem(weak), "weak"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignatureCheck.Outcome check(BundleContent content) {
        return check.check(content, content.manifest());
    }

    private List<RouteRule> rules(BundleContent content) {
        return check(content).findings().stream().map(RouteFinding::rule).toList();
    }

    private static BundleContent signed(BundleContent content, KeyPair key, String name) {
        return new BundleContent(content.files(), new BundleSigner(privatePem(key), name).sign(content));
    }

    private static BundleContent bundle(String zone) {
        return new BundleContent(
                List.of(new RouteFile(
                        "bundle.yaml",
                        """
                        name: test
                        version: 1.0.0
                        owner: Nobody
                        zone: %s
                        description: {vi: Thử, en: Test}
                        files: []
                        """
                                .formatted(zone),
                        true)),
                null);
    }

    private static RouteSettings settings(Map<String, RouteSettings.Key> keys) {
        return new RouteSettings(
                "routes",
                Duration.ZERO,
                RouteSettings.Watch.NONE,
                false,
                keys,
                Duration.ofSeconds(1),
                Duration.ZERO,
                20,
                5,
                3,
                Duration.ofSeconds(5));
    }

    private static ByteArrayResource pem(KeyPair pair) {
        return new ByteArrayResource(("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String privatePem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
