package vn.dancu.bus.document.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.document.SignatureSettings.Check;
import vn.dancu.bus.document.SignatureSettings.PartnerRule;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.xml.XmlReaderFactory;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;

class DocumentSignaturesTest {

    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");
    private static final Set<String> METHODS = Set.of();

    static Authority authority;
    static Authority.Holder holder;
    private static String signature;

    @BeforeAll
    static void makeKeys() throws Exception {
        Init.init();
        authority = Authority.root("CN=Chung thuc mau, C=VN", Authority.rsa(2048), Authority.NOW);
        holder = authority.rsaHolder("CN=Co quan mau, C=VN");
        signature = signatureOf(sign(SignatureCorpus.original(""), holder.key()));
    }

    static Stream<Path> wrapping() throws IOException {
        return SignatureCorpus.files("wrapping");
    }

    static Stream<Path> forms() throws IOException {
        return SignatureCorpus.files("forms");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".xml")
                            && !file.getFileName().toString().startsWith("chu-ky"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("wrapping")
    void takesASignatureForTheDocumentThatItWasMadeForOnly(Path file) throws Exception {
        String template = Files.readString(file);

        assertThat(outcome(SignatureCorpus.wrapped(template, signature).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SignatureCorpus.expected(template));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesOneFormOfSignatureOnlyWhoeverMadeIt(Path file) throws Exception {
        String template = Files.readString(file);

        assertThat(outcome(SignatureCorpus.signed(template, holder.pair().getPrivate(), holder.certificate())))
                .isEqualTo(SignatureCorpus.expected(template));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void signsEachExampleSoThatAnotherImplementationVerifiesIt(Path file) throws Exception {
        byte[] signed = sign(Files.readString(file), holder.key());

        assertThat(verifiedByTheJdk(signed, holder.certificate().getPublicKey()))
                .isTrue();
        assertThat(outcome(signed)).isEqualTo("signed");
        assertThat(new String(signed, StandardCharsets.UTF_8).replace(signatureOf(signed), ""))
                .as("every other byte stays as it is")
                .isEqualTo(Files.readString(file));
    }

    @Test
    void signsWhatStandsInCrLfAndBeyondTheFirstPlaneAndAfterAByteOrderMark() throws Exception {
        String document = "\uFEFF"
                + SignatureCorpus.original("").replace("\n", "\r\n").replace("thông tin", "\uD842\uDFB7 &#13; tin");

        byte[] signed = sign(document, holder.key());

        assertThat(outcome(signed)).isEqualTo("signed");
        assertThat(verifiedByTheJdk(signed, holder.certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void signsSoThatXmlsecVerifiesWhereItIsInstalled(@TempDir Path folder) throws Exception {
        Path xmlsec = Path.of("/usr/bin/xmlsec1");
        Assumptions.assumeTrue(Files.isExecutable(xmlsec));
        Path trusted = Files.writeString(
                folder.resolve("trusted.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(authority.certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        byte[] signed = sign(Files.readString(EXAMPLES.resolve("tra-loi.xml")), holder.key());
        String other = new String(signed, StandardCharsets.UTF_8).replace("G22", "G23");

        assertThat(exitOf(xmlsec, trusted, Files.write(folder.resolve("signed.xml"), signed)))
                .isZero();
        assertThat(exitOf(xmlsec, trusted, Files.writeString(folder.resolve("other.xml"), other)))
                .isNotZero();
    }

    private static int exitOf(Path xmlsec, Path trusted, Path file) throws Exception {
        Process run = new ProcessBuilder(
                        xmlsec.toString(),
                        "--verify",
                        "--verification-time",
                        "2026-11-30 00:00:00",
                        "--trusted-pem",
                        trusted.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return run.exitValue();
    }

    @Test
    void acceptsNoDocumentWithAnotherContentWhicheverByteIsChanged() throws Exception {
        byte[] signed = sign(Files.readString(EXAMPLES.resolve("van-ban-moi.xml")), holder.key());
        byte[] digest = digest(signed);
        Random random = new Random(2026);

        for (int i = 0; i < 2000; i++) {
            byte[] changed = signed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
            if (outcome(changed).equals("signed")) {
                assertThat(digest(changed)).isEqualTo(digest);
            }
        }
    }

    private static byte[] digest(byte[] document) throws Exception {
        return SignatureMaker.digests(
                        new XmlReaderFactory(MessageLimits.LARGE).openDocument(new ByteArrayInputStream(document)))
                .whole();
    }

    @Test
    void signsAndVerifiesAnAttachmentThatIsReadAPieceAtATime(@TempDir Path folder) throws Exception {
        String start = SignatureCorpus.original("");
        String base64 = Base64.getEncoder().encodeToString(new byte[12 << 20]);
        Path file = Files.writeString(
                folder.resolve("large.xml"), start.replaceAll("(<ContentTransferEncoded>)[^<]*", "$1" + base64));
        Path signed = folder.resolve("signed.xml");
        try (OutputStream out = Files.newOutputStream(signed)) {
            new XmlSignatures(settings(), trusted(settings()), holder::key).sign(content(file), out);
        }

        assertThat(new XmlSignatures(settings(), trusted(settings()), () -> null).verify(content(signed), null))
                .isInstanceOf(SignatureReport.Signed.class);
    }

    private static Content content(Path file) {
        return new Content() {
            @Override
            public long length() {
                return file.toFile().length();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void signsByEllipticCurvesToo() throws Exception {
        Authority.Holder other =
                authority.holder("CN=Khoa EC, C=VN", Authority.ec(), KeyUsage.digitalSignature, Authority.NOW, 30);

        assertThat(verify(sign(SignatureCorpus.original(""), other.key()), settings(), null))
                .isInstanceOfSatisfying(SignatureReport.Signed.class, signed -> {
                    assertThat(signed.method()).endsWith("#ecdsa-sha256");
                    assertThat(signed.signer().subject()).contains("Khoa EC");
                });
    }

    @Test
    void refusesWhatIsUnsignedOrSignedBySamplesHabitsWhereASignatureIsRequired() throws Exception {
        SignatureSettings required = settings(Check.REQUIRED, Map.of());

        assertThat(outcome(SignatureCorpus.original("").getBytes(StandardCharsets.UTF_8), required, null))
                .isEqualTo("signature_missing");
        assertThat(outcome(Files.readAllBytes(EXAMPLES.resolve("chu-ky-rong.xml")), required, null))
                .isEqualTo("signature_missing");
        assertThat(outcome(Files.readAllBytes(EXAMPLES.resolve("chu-ky.xml")), settings(Check.IGNORED, Map.of()), null))
                .isEqualTo("unsigned");
    }

    @Test
    void acceptsSha1FromThePartnerThatIsNamedOnly() throws Exception {
        String template = Files.readString(SignatureCorpus.FOLDER.resolve("forms/sha-1.xml"));
        byte[] document = SignatureCorpus.signed(template, holder.pair().getPrivate(), holder.certificate());
        SignatureSettings settings = settings(
                Check.CHECKED, Map.of("p-old", new PartnerRule(null, Set.of("rsa-sha1", "rsa-sha256"), Set.of())));

        assertThat(outcome(document, settings, new PartnerId("p-old"))).isEqualTo("signed");
        assertThat(outcome(document, settings, new PartnerId("p-new"))).isEqualTo("signature_forbidden");
        assertThatThrownBy(() -> new SignatureSettings(
                        Check.CHECKED,
                        Set.of("rsa-sha1"),
                        List.of(),
                        Source.NONE,
                        List.of(),
                        null,
                        Duration.ZERO,
                        null,
                        Map.of()))
                .hasMessageContaining("dancu.document.signature.methods");
    }

    private static boolean verifiedByTheJdk(byte[] signed, PublicKey key) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(signed));
        DOMValidateContext context = new DOMValidateContext(
                key,
                document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                        .item(0));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", Security.getProvider("XMLDSig"));
        return factory.unmarshalXMLSignature(context).validate(context);
    }

    static String signatureOf(byte[] signed) {
        String text = new String(signed, StandardCharsets.UTF_8);
        return text.substring(
                text.indexOf("<ds:Signature "), text.indexOf("</ds:Signature>") + "</ds:Signature>".length());
    }

    static byte[] sign(String document, SigningKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XmlSignatures(settings(), trusted(settings()), () -> key)
                .sign(Content.of(document.getBytes(StandardCharsets.UTF_8)), out);
        return out.toByteArray();
    }

    static String outcome(byte[] document) {
        return outcome(document, settings(), null);
    }

    static String outcome(byte[] document, SignatureSettings settings, @Nullable PartnerId sender) {
        try {
            SignatureReport report = verify(document, settings, sender);
            return report.refusal()
                    .map(refusal -> refusal.code().code())
                    .orElse(report instanceof SignatureReport.Signed ? "signed" : "unsigned");
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    private static SignatureReport verify(byte[] document, SignatureSettings settings, @Nullable PartnerId sender) {
        return new XmlSignatures(settings, trusted(settings), () -> null).verify(Content.of(document), sender);
    }

    private static TrustedSigners trusted(SignatureSettings settings) {
        return new TrustedSigners(
                settings.trust().isEmpty() ? List.of(authority.certificate) : List.of(),
                settings,
                Clock.fixed(Authority.NOW, ZoneOffset.UTC));
    }

    static SignatureSettings settings() {
        return settings(Check.CHECKED, Map.of());
    }

    static SignatureSettings settings(Check check, Map<String, PartnerRule> partners) {
        return new SignatureSettings(
                check, METHODS, List.of(), Source.NONE, List.of(), null, Duration.ofMinutes(5), null, partners);
    }
}
