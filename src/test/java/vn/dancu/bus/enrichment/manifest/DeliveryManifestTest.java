package vn.dancu.bus.enrichment.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.enrichment.source.SourceFolder;
import vn.dancu.bus.kernel.Sha256;

class DeliveryManifestTest {

    private static final EnrichmentSources SOURCES = SourceFolder.read(null, Catalogues.published(), Clock.systemUTC());
    private static final byte[] FILE = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private static final String MANIFEST =
            """
            {"source": "the-bhyt", "form": "csv", "encoding": "TCVN3", "records": 36000000, "bytes": 8,
             "sha256": "%s", "document": "123/BHXH-CNTT", "verifiedOn": "2026-11-20"}
            """
                    .formatted(Sha256.hex(FILE));

    @Test
    void saysWhatTheFileHolds() {
        Manifest manifest = reader(Map.of()).read(bytes(MANIFEST));

        assertThat(manifest.source()).isEqualTo(new SourceCode("the-bhyt"));
        assertThat(manifest.measure().records()).isEqualTo(36_000_000);
        assertThat(manifest.verifiedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(manifest.signed()).isFalse();
        assertThat(manifest.profile(source()).encoding()).isEqualTo(TextEncoding.TCVN3);
    }

    @Test
    void isAsItsSchemaSays() throws IOException {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("schemas/enrichment/v1/manifest.schema.json")))
                        .validate(MANIFEST, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "the-bhyt           | The                | manifest_invalid | source",
                "the-bhyt           | the-la             | profile_unknown  | source",
                "36000000           | 0                  | manifest_invalid | records",
                "36000000           | ~\"36000000\"~     | manifest_invalid | records",
                "~\"bytes\": 8~     | ~\"bytes\": 8.5~   | manifest_invalid | bytes",
                "~\"sha256\": \"~   | ~\"sha256\": \"A~  | manifest_invalid | sha256",
                "TCVN3              | VISCII             | manifest_invalid | encoding",
                "2026-11-20         | 20/11/2026         | manifest_invalid | verifiedOn",
                "123/BHXH-CNTT      | ~ ~                | manifest_invalid | document",
                "~\"form\"~         | ~\"forms\"~        | manifest_invalid | ~~",
                "~\"form\": \"csv\",~ | ~\"source\": \"the-bhyt\",~ | manifest_invalid | ~~",
                "~\"2026-11-20\"}~  | ~\"2026-11-20\"} {}~ | manifest_invalid | ~~"
            })
    void isRefusedWithTheKeyThatIsWrong(String right, String wrong, String fault, String hint) {
        String text = MANIFEST.replace(right, wrong);
        assertThat(text).isNotEqualTo(MANIFEST);

        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> reader(Map.of()).read(bytes(text)))
                .satisfies(refused -> {
                    assertThat(refused.fault().code()).isEqualTo(fault);
                    assertThat(refused.hint()).isEqualTo(hint);
                });
    }

    @Test
    void mustBeSignedByAnAuthorityThatHasAKey() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        DeliveryManifestReader reader = reader(Map.of("bhxh-viet-nam", pem(key)));

        assertThat(reader.read(bytes(signed(key))).signed()).isTrue();
        assertRefused(reader, MANIFEST);
        assertRefused(reader, signed(other));
        assertRefused(reader, signed(key).replaceAll("\\.[^.]*\\.", "." + encoded(MANIFEST.replace("36", "37")) + "."));
        assertRefused(reader, hmac(key));
        assertRefused(reader(Map.of()), signed(key));
    }

    @Test
    void isHeldAgainstTheBytesOfTheFile() throws IOException {
        Manifest.FileMeasure measure = reader(Map.of()).read(bytes(MANIFEST)).measure();

        try (MeasuredBytes file = measured(FILE)) {
            assertThat(file.read()).isEqualTo('a');
            file.require(measure);
        }
        assertThat(fault(FILE.length - 1, measure)).isEqualTo(FileFault.FILE_CUT);
        assertThat(fault(FILE.length + 1, measure)).isEqualTo(FileFault.SIZE_WRONG);
        byte[] changed = FILE.clone();
        changed[0] = 'x';
        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> measured(changed).require(measure))
                .matches(refused -> refused.fault() == FileFault.HASH_WRONG);
    }

    @Test
    void isHeldAgainstTheCountOfRecords() {
        Manifest manifest = reader(Map.of()).read(bytes(MANIFEST));

        manifest.requireCount(36_000_000);
        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> manifest.requireCount(35_999_999))
                .matches(refused -> refused.fault() == FileFault.COUNT_WRONG);
    }

    @Test
    void namesAFormThatTheSourceHasAndTheEncodingThatTheFormFixes() {
        Manifest unknown = reader(Map.of()).read(bytes(MANIFEST.replace("\"csv\"", "\"dbf\"")));
        Manifest fixed = reader(Map.of()).read(bytes(MANIFEST.replace("\"csv\"", "\"json-lines\"")));

        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> unknown.profile(source()))
                .matches(refused -> refused.fault() == FileFault.PROFILE_UNKNOWN);
        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> fixed.profile(source()))
                .matches(refused -> refused.fault() == FileFault.ENCODING_WRONG
                        && refused.hint().equals("UTF-8"));
    }

    private static FileFault fault(int length, Manifest.FileMeasure measure) throws IOException {
        try (MeasuredBytes file = measured(Arrays.copyOf(FILE, length))) {
            file.require(measure);
            throw new AssertionError("It was taken");
        } catch (FileFaultException e) {
            return e.fault();
        }
    }

    private static MeasuredBytes measured(byte[] file) {
        return new MeasuredBytes(new ByteArrayInputStream(file));
    }

    private static void assertRefused(DeliveryManifestReader reader, String text) {
        assertThatExceptionOfType(FileFaultException.class)
                .isThrownBy(() -> reader.read(bytes(text)))
                .matches(refused -> refused.fault() == FileFault.SIGNATURE_INVALID);
    }

    private static String signed(ECKey key) throws JOSEException {
        JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(MANIFEST));
        jws.sign(new ECDSASigner(key));
        return jws.serialize();
    }

    /** A signature whose secret is the public key, which everybody has. */
    private static String hmac(ECKey key) throws JOSEException {
        JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(MANIFEST));
        jws.sign(new MACSigner(key.toECPublicKey().getEncoded()));
        return jws.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    private static Resource pem(ECKey key) throws JOSEException {
        String encoded =
                Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded());
        return new ByteArrayResource(bytes("-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n"));
    }

    private static EnrichmentSource source() {
        return SOURCES.find(new SourceCode("the-bhyt")).orElseThrow();
    }

    private static DeliveryManifestReader reader(Map<String, Resource> keys) {
        return new DeliveryManifestReader(SOURCES, new ManifestKeys(keys));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
