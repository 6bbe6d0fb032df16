package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/**
 * One citizen's token with warm keys, one thread: form, signature, every rule, and the comparison with a register that answers at once; the
 * first show is not among them. Beside it the bare signature of the same token, by the JDK, with the key at hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class TokenBenchmark {

    private static final String ISSUER = "https://sso.example.vn/oauth2/token";
    private static final String NONCE = "nonce-0123456789";
    private static final PartnerId PORTAL = new PartnerId("g22-portal");

    private byte[] signedPart = {};
    private byte[] signature = {};
    private PublicKey key;
    private ShownToken shown;
    private CitizenAccounts accounts;

    @Setup
    public void issue() throws JOSEException, IOException {
        RSAKey pair = new RSAKeyGenerator(2048).keyID("one").generate();
        JWSObject token = token(pair);
        signedPart = token.getSigningInput();
        signature = token.getSignature().decode();
        key = pair.toPublicKey();
        shown = new ShownToken(token.serialize(), NONCE, PORTAL);
        Path file = Files.createTempFile("dancu-bench-keys", ".json");
        Files.writeString(file, new JWKSet(pair.toPublicJWK()).toString());
        AccountSettings.Issuer issuer = settings(file.toUri());
        IssuerKeys keys = new IssuerKeys("bench", new KeySetReader(issuer, null), issuer.keys(), Clock.systemUTC());
        accounts = new AccountVerifier(
                Map.of(
                        ISSUER,
                        new AccountVerifier.KnownIssuer(
                                issuer, new IssuerTokens("bench", issuer, keys, Clock.systemUTC()))),
                (useKey, by, until) -> true,
                new RegisterMatch(new OnePerson()));
        accounts.verify(shown, 1);
        Files.delete(file);
    }

    @Benchmark
    public VerifiedCitizen token() {
        return accounts.verify(shown, 1);
    }

    @Benchmark
    public boolean bareSignature() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(signedPart);
        if (!verifier.verify(signature)) {
            throw new IllegalStateException("The signature is right");
        }
        return true;
    }

    private static JWSObject token(RSAKey pair) throws JOSEException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String claims =
                """
                {"iss":"%s","sub":"%s","aud":"client","iat":%d,"exp":%d,"nonce":"%s","jti":"%s","acr":"LoA1","TechID":"%s",
                 "LoaiTaiKhoan":"1","HoVaTen":"Nguyễn Văn Mẫu","SoDinhDanh":"999000000001","NgayThangNamSinh":"19900517","loginIdp":"BCA"}"""
                        .formatted(
                                ISSUER,
                                UUID.randomUUID(),
                                now,
                                now + 3500,
                                NONCE,
                                UUID.randomUUID(),
                                UUID.randomUUID());
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(pair.getKeyID()).build(),
                new Payload(claims.getBytes(StandardCharsets.UTF_8)));
        token.sign(new RSASSASigner(pair));
        return token;
    }

    private static AccountSettings.Issuer settings(URI keys) {
        return new AccountSettings.Issuer(
                Proof.Kind.PORTAL_ACCOUNT,
                URI.create(ISSUER),
                keys,
                Map.of(PORTAL.value(), List.of("client")),
                Set.of("RS256"),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                "acr",
                null,
                null,
                new AccountSettings.Claims(
                        "SoDinhDanh", "HoVaTen", "NgayThangNamSinh", "yyyyMMdd", "LoaiTaiKhoan", Set.of("1")),
                new AccountSettings.Keys(
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        DataSize.ofKilobytes(256),
                        null,
                        null));
    }

    /** A register of one person, from memory. */
    private static final class OnePerson implements PopulationRegister {

        private final RegisteredPerson person = new RegisteredPerson(
                PersonalId.soDinhDanh("999000000001"),
                "Nguyễn Văn Mẫu",
                BirthDate.of(LocalDate.of(1990, 5, 17)),
                CitizenStatus.ALIVE,
                null,
                List.of(),
                List.of());

        @Override
        public Optional<RegisteredPerson> findPerson(PersonalId number) {
            return number.equals(person.current()) ? Optional.of(person) : Optional.empty();
        }

        @Override
        public CitizenLookup findCitizen(PersonKey asked, Set<FieldPath> wanted) {
            throw new UnsupportedOperationException("Tokens ask for the person alone");
        }

        @Override
        public HouseholdLookup findHousehold(PersonKey asked, Set<FieldPath> wanted) {
            throw new UnsupportedOperationException("Tokens ask for the person alone");
        }
    }
}
