package vn.dancu.bus.citizen.extract;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ExtractSettings;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.pdf.PdfSigner;
import vn.dancu.bus.pdf.SignatureClaim;
import vn.dancu.bus.signing.SigningKey;

/** An extract of a usual record: its pages alone, and with the signature by either kind of key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ExtractBenchmark {

    @Param({"EC", "RSA"})
    public String key = "EC";

    private final Instant now = Instant.parse("2026-11-29T03:00:00Z");
    private final SignatureClaim claim = new SignatureClaim("Cơ quan", "Thông báo", now);
    private ExtractPages pages;
    private ExtractPages.Content content;
    private PdfSigner signer;

    @Setup
    public void make() throws Exception {
        SigningKey own = signingKey();
        signer = new PdfSigner(() -> own, null);
        pages = new ExtractPages(new ExtractSettings(null, null, "Cơ quan", null, "Hà Nội", "TB", null));
        BirthDate born = BirthDate.of(LocalDate.of(1990, 5, 17));
        VerifiedCitizen asker = new VerifiedCitizen(
                PersonalId.soDinhDanh("999000000001"),
                "Nguyễn Văn Mẫu",
                born,
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", "LoA1"));
        content = new ExtractPages.Content(
                new ExtractOrder(new ExtractNumber(2026, 15), asker, null, "Cổng Dịch vụ công", Set.of()),
                new ExtractLines(new RecordCodes(Catalogues.published()))
                        .of(citizen(born), Set.of(), CitizenFields.OF_CITIZEN),
                "Công dân tra cứu thông tin của chính mình",
                "Luật Căn cước 26/2023/QH15, Điều 10 khoản 5",
                "Cơ quan",
                now,
                now);
    }

    @Benchmark
    public byte[] unsigned() {
        return pages.pdf(content);
    }

    @Benchmark
    public byte[] signed() {
        return signer.sign(pages.pdf(content), claim);
    }

    private static Citizen citizen(BirthDate born) {
        Address place = new Address("01", null, "00004", "Số 1 phố Mẫu", "VN");
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        values.set(CitizenFields.SO_DINH_DANH, "999000000001");
        values.set(CitizenFields.HO_VA_TEN, new PersonName("Nguyễn", "Văn", "Mẫu"));
        values.set(CitizenFields.NGAY_THANG_NAM_SINH, born);
        values.set(CitizenFields.GIOI_TINH, "1");
        values.set(CitizenFields.QUE_QUAN, place);
        values.set(CitizenFields.THUONG_TRU, place);
        values.set(CitizenFields.NOI_O_HIEN_TAI, place);
        return CitizenFields.citizen(values, List.of());
    }

    private SigningKey signingKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(key);
        generator.initialize(key.equals("EC") ? 256 : 3072);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Bench");
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        String algorithm = key.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return new SigningKey(
                pair.getPrivate(),
                List.of(new JcaX509CertificateConverter()
                        .getCertificate(
                                certificate.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())))));
    }
}
