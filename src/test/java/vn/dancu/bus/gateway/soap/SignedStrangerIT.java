package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.dancu.bus.fixtures.SigningPartner.code;
import static vn.dancu.bus.fixtures.SigningPartner.text;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SigningPartner;
import vn.dancu.bus.trust.message.MessageSignatures;

/** Programs of others that sign: a CXF client that does what the policy in the contract says, and the command xmlsec1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedStrangerIT {

    private static final String NAMESPACE = "http://dancuquocgia.bca";
    private static final String SOAP_BODY = "http://schemas.xmlsoap.org/soap/envelope/:Body";
    private static final String TIMESTAMP =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd:Timestamp";
    private static final Path GOOD_FORM = Path.of("src/test/resources/wire/signed/forms/good.xml");

    @TempDir
    static Path folder;

    private @Nullable SigningPartner partner;
    private @Nullable Bus cxf;

    @BeforeAll
    void start() throws Exception {
        partner = new SigningPartner(RunningBus.shared(), folder);
        cxf = BusFactory.newInstance().createBus();
    }

    @AfterAll
    void stop() {
        if (cxf != null) {
            cxf.shutdown(false);
        }
        if (partner != null) {
            partner.close();
        }
    }

    @Test
    void publishesThePolicyWhereItIsAskedFor() throws Exception {
        assertThat(get("?wsdl")).contains("PopulationBinding").doesNotContain("PolicyReference", "AsymmetricBinding");
        assertThat(get("?wsdl&policy=signed"))
                .contains("PopulationBinding", "#SignedMessages", "AsymmetricBinding", "request.xsd");
        assertThat(get("?WSDL&policy=signed")).contains("#SignedMessages");
    }

    @Test
    void answersACxfClientThatDoesWhatThePolicySays() throws Exception {
        assertThat(written(client(partner().holder).invoke(question()))).contains("CongdanCollection");
    }

    /** The same client with the same authority's certificate, which the partner has not registered. */
    @Test
    void refusesACxfClientWithAnotherKey() throws Exception {
        Dispatch<Source> client = client(partner().authority.rsaHolder("CN=la, C=VN"));
        Source question = question();

        assertThatThrownBy(() -> client.invoke(question))
                .isInstanceOfSatisfying(SOAPFaultException.class, fault -> assertThat(
                                fault.getFault().getDetail().getTextContent())
                        .contains("signer_untrusted"));
    }

    @Test
    void signsAnswersThatXmlsecVerifies() throws Exception {
        assumeThat(hasXmlsec()).isTrue();
        byte[] asked = new MessageSignatures(Clock.systemUTC())
                .sign(SigningPartner.question(), partner().holder.key());
        HttpResponse<byte[]> answer = partner().ask(partner().secondPort(), Signature.PATH, asked);
        Path file = Files.write(folder.resolve("answer.xml"), answer.body());

        assertThat(xmlsec("--verify", "--pubkey-cert-pem", folder.resolve("bus.crt"), file))
                .contains("OK");
        Files.writeString(file, text(answer).replace("CongdanCollection", "CongdanCollectioN"));
        assertThat(xmlsec("--verify", "--pubkey-cert-pem", folder.resolve("bus.crt"), file))
                .contains("FAIL");
    }

    @Test
    void answersAMessageThatXmlsecSigned() throws Exception {
        assumeThat(hasXmlsec()).isTrue();
        partner().holder.pem(folder.resolve("own.key"), folder.resolve("own.crt"));
        String now = Clock.systemUTC().instant().toString();
        String form = Files.readString(GOOD_FORM)
                .replace(
                        "{{certificate}}",
                        Base64.getEncoder()
                                .encodeToString(partner().holder.certificate().getEncoded()))
                .replace("{{now}}", now)
                .replace(
                        "{{now+5m}}",
                        Clock.systemUTC().instant().plusSeconds(300).toString());
        Path template = Files.writeString(folder.resolve("form.xml"), form);
        Path signed = folder.resolve("signed.xml");
        xmlsec("--sign", "--output", signed, "--privkey-pem", folder.resolve("own.key"), template);

        HttpResponse<byte[]> answer = partner().ask(partner().secondPort(), Signature.PATH, Files.readAllBytes(signed));
        assertThat(answer.statusCode()).as(code(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("CongdanCollection");
    }

    private Dispatch<Source> client(Authority.Holder key) throws Exception {
        BusFactory.setThreadDefaultBus(cxf);
        try {
            Service service = Service.create(
                    // The contract names the schemas at the address of its instance, which the second one is not told.
                    URI.create("http://127.0.0.1:" + partner().firstPort() + Signature.PATH + "?wsdl&policy=signed")
                            .toURL(),
                    new QName(NAMESPACE, "PopulationService"));
            Dispatch<Source> client =
                    service.createDispatch(new QName(NAMESPACE, "PopulationPort"), Source.class, Service.Mode.PAYLOAD);
            Map<String, Object> settings = client.getRequestContext();
            settings.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address());
            settings.put(
                    MessageContext.HTTP_REQUEST_HEADERS,
                    SigningPartner.signIn().stream()
                            .collect(Collectors.toMap(
                                    line -> line.split(": ", 2)[0], line -> List.of(line.split(": ", 2)[1]))));
            Merlin keys = keys(key);
            settings.put("ws-security.signature.crypto", keys);
            settings.put("ws-security.encryption.crypto", keys);
            settings.put("ws-security.signature.username", "own");
            settings.put("ws-security.callback-handler", (CallbackHandler)
                    asked -> ((WSPasswordCallback) asked[0]).setPassword("none"));
            // WS-SecurityPolicy has no word for it: its suites are of the time of SHA-1.
            settings.put(
                    "ws-security.asymmetric.signature.algorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
            return client;
        } finally {
            BusFactory.setThreadDefaultBus(null);
        }
    }

    private Merlin keys(Authority.Holder key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key.pair().getPrivate(), "none".toCharArray(), new Certificate[] {key.certificate()});
        store.setCertificateEntry("authority", partner().authority.certificate);
        Merlin merlin = new Merlin();
        merlin.setKeyStore(store);
        return merlin;
    }

    private static Source question() {
        String envelope = new String(SigningPartner.question(), StandardCharsets.UTF_8);
        int from = envelope.indexOf("<dan:TraCuu");
        return new StreamSource(new StringReader(envelope.substring(from, envelope.indexOf("</soapenv:Body>"))));
    }

    private static String written(Source answer) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(answer, new StreamResult(text));
        return text.toString();
    }

    private String get(String query) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + query)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static boolean hasXmlsec() {
        try {
            return run(List.of("xmlsec1", "--version")).contains("xmlsec1");
        } catch (IOException e) {
            return false;
        }
    }

    private static String xmlsec(String verb, Object... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("xmlsec1", verb, "--id-attr:Id", SOAP_BODY, "--id-attr:Id", TIMESTAMP));
        for (Object one : arguments) {
            command.add(one.toString());
        }
        return run(command);
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + partner().secondPort() + Signature.PATH;
    }

    private SigningPartner partner() {
        return Objects.requireNonNull(partner);
    }
}
