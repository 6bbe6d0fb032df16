package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.document.signature.SignatureReport;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.Content;

/** Signed documents over the mock axis, with the key that the sandbox has made and trusts. */
class SignedDocumentIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String SCHEMA = "schemas/edxml/v1/edxml.xsd";

    @TempDir
    Path folder;

    private final AxisAgency agency = AxisAgency.province(BUS.ports().axis());
    private final DocumentSignatures signatures = BUS.bean(DocumentSignatures.class);

    @Test
    void answersASignedDocumentByASignedOneThatOtherToolsVerify() throws Exception {
        String id = id();

        agency.send(signed(request(id)));

        byte[] answer = agency.answer(id).edxml();
        assertThat(signatures.verify(Content.of(answer), null)).isInstanceOf(SignatureReport.Signed.class);
        assertThat(agency.statusesUntil(id, "06")).containsExactly("01", "03", "05", "06");
        assertThat(signer(id))
                .isEqualTo(new DocumentSigner(
                        ownCertificate().getSubjectX500Principal().getName(),
                        ownCertificate().getSerialNumber().toString(16),
                        Sha256.hex(ownCertificate().getEncoded())));
        String file = Files.write(folder.resolve("answer.xml"), answer).toString();
        assertSucceeds("xmllint", "--nonet", "--noout", "--huge", "--schema", SCHEMA, file);
        assertSucceeds("xmlsec1", "--verify", "--trusted-pem", certificate(), file);
    }

    @Test
    void refusesADocumentThatWasChangedAfterItWasSigned() {
        String id = id();
        String signed = new String(signed(request(id)), StandardCharsets.UTF_8);

        agency.send(signed.replace("Đề nghị cung cấp", "Yêu cầu cung cấp").getBytes(StandardCharsets.UTF_8));

        assertThat(agency.statusesUntil(id, "02")).containsExactly("01", "02");
        assertThat(agency.description(id, "02")).contains("signature_invalid").contains("edXMLHeader/Signature");
        assertThat(agency.answers(id)).isEmpty();
        assertThat(signer(id)).as("nobody has signed what was changed").isNull();
    }

    private static @Nullable DocumentSigner signer(String id) {
        return BUS.bean(Documents.class).find("H41", id).get(0).signer();
    }

    private static X509Certificate ownCertificate() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(certificate()))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private byte[] request(String id) {
        Person person = BUS.anybody();
        String question = "{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + id.substring(id.length() - 36)
                + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"" + person.soDinhDanh()
                + "\", \"hoVaTen\": \"" + person.hoVaTen() + "\", \"ngaySinh\": \"" + person.ngaySinh() + "\"}";
        return agency.request(id, "hoi.json", "application/json", question.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signed(byte[] document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signatures.sign(Content.of(document), out);
        return out.toByteArray();
    }

    private static String certificate() {
        return BUS.bean(SignatureSettings.class).trust().get(0).toString();
    }

    private static String id() {
        return "000.00.00.H41,2026/11/29," + UUID.randomUUID();
    }

    /** Runs a tool where it is installed. */
    private static void assertSucceeds(String tool, String... arguments) throws Exception {
        Path program = Path.of("/usr/bin", tool);
        if (!Files.isExecutable(program)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said).isZero();
    }
}
