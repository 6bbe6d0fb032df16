package vn.dancu.bus.policy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.PolicyRoom;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;

/** The seed file of the sandbox, in a real database, decides. */
class PolicyIT {

    private List<Enrolment> enrolled = List.of();
    private final PolicyRoom room =
            new PolicyRoom(new EnrolledPartners(), them -> enrolled = them, Duration.ofMillis(100));

    @BeforeEach
    void load() throws IOException {
        publish(new ClassPathResource("sandbox/partners.yaml").getContentAsByteArray());
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void grantsTheHubAllFieldsOfACitizen() {
        Decision decision = room.decision(request("h41-lgsp", "TraCuuThongTinCongDan", "1.001193", "canbo01", null));

        assertThat(decision).isInstanceOfSatisfying(Decision.Granted.class, granted -> {
            assertThat(granted.fields()).containsExactlyInAnyOrderElementsOf(CitizenFields.OF_CITIZEN);
            assertThat(granted.purpose()).isEqualTo(new Purpose("giai-quyet-tthc"));
            assertThat(granted.policyVersion()).isEqualTo(1);
            assertThat(granted.policyHash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void grantsThePortalFewerFields() {
        Decision decision =
                room.decision(request("g22-portal", "TraCuuThongTinCongDan", "VPCP", "canbo02", "giai-quyet-tthc"));

        assertThat(decision).isInstanceOfSatisfying(Decision.Granted.class, granted -> assertThat(granted.fields())
                .extracting(FieldPath::value)
                .containsExactly(
                        "SoDinhDanh", "HoVaTen", "GioiTinh", "NgayThangNamSinh", "ThuongTru", "TrangThaiCongDan"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,        TraCuuThongTinCongDan,  1.001193, canbo01,  ,               partner_unknown,      ",
        "h99-tam-ngung, TraCuuThongTinCongDan,  1.001193, canbo01,  ,               partner_suspended,    ",
        "h97-cham-dut,  TraCuuThongTinCongDan,  1.001193, canbo01,  ,               partner_terminated,   ",
        "g22-portal,    CungCapThongTinNhomMau, 1.001193, canbo01,  ,               service_not_allowed,  ",
        "g22-portal,    TraCuuThongTinCongDan,  9.999999, canbo01,  ,               procedure_not_allowed, MaDVC",
        "h97-chat,      TraCuuThongTinCongDan,  ,         canbo01,  ,               procedure_not_allowed, MaDVC",
        "g22-portal,    TraCuuThongTinCongDan,  1.001193, canbo99,  ,               officer_not_allowed,  MaCanBo",
        "g22-portal,    TraCuuThongTinCongDan,  1.001193, canbo01,  nghien-cuu,     purpose_not_allowed,  MucDich",
        "h97-chat,      TraCuuThongTinCongDan,  1.001193, canbo01,  dang-cho,       no_field_allowed,     ",
        "nobody,        Nothing,                9.999999, canbo99,  nghien-cuu,     partner_unknown,      ",
        "g22-portal,    Nothing,                9.999999, canbo99,  nghien-cuu,     service_not_allowed,  ",
        "g22-portal,    TraCuuThongTinCongDan,  9.999999, canbo99,  nghien-cuu,     procedure_not_allowed, MaDVC",
        "g22-portal,    TraCuuThongTinCongDan,  1.001193, canbo99,  nghien-cuu,     officer_not_allowed,  MaCanBo"
    })
    void refusesByTheFirstRuleThatDoesNotHold(
            String partner,
            String service,
            @Nullable String procedure,
            String officer,
            @Nullable String purpose,
            String code,
            @Nullable String field)
            throws IOException {
        publishAlso(
                """
                  - id: h97-chat
                    name: Đối tác chặt
                    agencyCode: H97
                    dialect: official
                    state: active
                    secret: sandbox-h97
                    officers: [canbo01]
                    grants:
                      - services: [TraCuuThongTinCongDan]
                        purpose: giai-quyet-tthc
                        procedures: ["1.001193"]
                        fields: [HoVaTen]
                      - services: [TraCuuThongTinCongDan]
                        purpose: dang-cho
                        legalBasis: Văn bản đang chờ
                        procedures: ["1.001193"]
                        fields: []
                    quotas:
                      - {services: ["*"], perMinute: 60, perDay: 1000}
                  - id: h97-cham-dut
                    name: Đối tác đã chấm dứt
                    agencyCode: H97
                    dialect: official
                    state: terminated
                    secret: sandbox-h97
                    officers: []
                    grants: []
                    quotas: []
                """);

        Decision decision = room.decision(request(partner, service, procedure, officer, purpose));

        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().code().code()).isEqualTo(code);
            assertThat(refused.refusal().field()).isEqualTo(field);
        });
    }

    /** A portal cannot ask in the name of a citizen who is not signed in. */
    @ParameterizedTest
    @ValueSource(strings = {"g22-portal", "sms-citizen"})
    void grantsTheOwnRecordToThePersonAlone(String partner) {
        AccessRequest request = request(partner, "TraCuuThongTinCongDan", null, "cong-dan", "tra-cuu-ban-than");

        assertThat(outcome(room.decision(request))).isEqualTo("relationship_missing");
        assertThat(outcome(room.decision(request.askedInPerson()))).isEqualTo("granted");
    }

    @Test
    void grantsThreeADayWhereTheQuotaIsThree() {
        List<String> outcomes = IntStream.range(0, 5)
                .mapToObj(i ->
                        room.decision(request("h98-han-muc", "TraCuuThongTinCongDan", "1.001193", "canbo01", null)))
                .map(PolicyIT::outcome)
                .toList();

        assertThat(outcomes).containsExactly("granted", "granted", "granted", "quota_exceeded", "quota_exceeded");
    }

    @Test
    void publishesNothingNewWhenTheFileIsTheSame() throws IOException {
        publish(new ClassPathResource("sandbox/partners.yaml").getContentAsByteArray());

        assertThat(room.newestNumber()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasPublishedByHandForPartnersThatTheFileDoesNotName() throws IOException {
        PartnerId byHand = new PartnerId("h95-bang-tay");
        JdbcPolicies store = room.bean(JdbcPolicies.class);
        store.alone(() -> {
            PublishedPolicy newest = store.newest();
            PolicyContent.Entitlement rights = newest.of(new PartnerId("g22-portal"));
            PolicyContent next = newest.content()
                    .with(Map.of(byHand, rights, new PartnerId("h41-lgsp"), PolicyContent.Entitlement.NOTHING));
            return store.publish(
                    newest, next, new JdbcPolicies.Origin("draft/1", List.of("dung"), "binh", null, "by hand"));
        });
        publish(new ClassPathResource("sandbox/partners.yaml").getContentAsByteArray());
        assertThat(room.newestNumber()).isEqualTo(2);

        publishAlso("# another text\n");

        PublishedPolicy newest = store.newest();
        assertThat(newest.number()).isEqualTo(3);
        assertThat(newest.of(byHand)).isEqualTo(newest.of(new PartnerId("g22-portal")));
        assertThat(newest.of(new PartnerId("h41-lgsp"))).isNotEqualTo(PolicyContent.Entitlement.NOTHING);
    }

    @Test
    void decidesByANewVersionSoonAfterItWasPublished() throws IOException {
        publishAlso(
                """
                  - id: h96-moi
                    name: Đối tác mới
                    agencyCode: H96
                    dialect: official
                    state: active
                    secret: sandbox-h96
                    officers: ["*"]
                    grants:
                      - services: [XacThucThongTinCongDan]
                        purpose: giai-quyet-tthc
                        procedures: ["*"]
                        fields: [TonTai]
                    quotas:
                      - {services: ["*"], perMinute: 60, perDay: 1000}
                """);

        await().untilAsserted(() -> assertThat(
                        room.decision(request("h96-moi", "XacThucThongTinCongDan", null, "ai-cung-duoc", null)))
                .isInstanceOfSatisfying(Decision.Granted.class, granted -> assertThat(granted.policyVersion())
                        .isEqualTo(2)));
    }

    @Test
    void refusesWhenNoPolicyWasEverPublished() {
        try (PolicyRoom empty = new PolicyRoom()) {
            assertThat(empty.decide(PolicyRoom.question("canbo01"))).isEqualTo(ErrorCode.POLICY_UNAVAILABLE.code());
        }
    }

    private void publishAlso(String more) throws IOException {
        String text = new ClassPathResource("sandbox/partners.yaml").getContentAsString(StandardCharsets.UTF_8);
        publish((text + more).getBytes(StandardCharsets.UTF_8));
    }

    private void publish(byte[] content) {
        room.bean(PolicyFileLoader.class).publish("partners.yaml", content);
        room.bean(PolicyCache.class).refresh();
    }

    private static AccessRequest request(
            String partner, String service, @Nullable String procedure, String officer, @Nullable String purpose) {
        return new AccessRequest(
                new PartnerId(partner),
                new ServiceCode(service),
                procedure,
                officer,
                purpose == null ? null : new Purpose(purpose),
                null,
                null,
                Set.of());
    }

    private static String outcome(Decision decision) {
        return decision instanceof Decision.Refused refused ? code(refused.refusal()) : "granted";
    }

    private static String code(Refusal refusal) {
        return refusal.code().code();
    }

    /** The partners of the file that was loaded last. */
    private final class EnrolledPartners implements Partners {
        @Override
        public Optional<Partner> find(PartnerId id) {
            return enrolled.stream()
                    .map(Enrolment::partner)
                    .filter(it -> it.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Partner> all() {
            return enrolled.stream().map(Enrolment::partner).toList();
        }

        @Override
        public CredentialProof proveDigest(PartnerId id, DigestInput text, String digest) {
            return CredentialProof.WRONG;
        }

        @Override
        public CredentialProof proveSecret(PartnerId id, String secret) {
            return CredentialProof.WRONG;
        }

        @Override
        public Optional<UUID> credentialOf(PartnerId id, String secret) {
            return Optional.empty();
        }

        @Override
        public boolean has(PartnerId id, UUID credential) {
            return true;
        }

        @Override
        public Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown) {
            return Optional.empty();
        }

        @Override
        public boolean signsMessages(PartnerId id) {
            return false;
        }

        @Override
        public Optional<ErrorCode> objectionToSigner(PartnerId id, X509Certificate signer) {
            return Optional.of(ErrorCode.SIGNER_UNTRUSTED);
        }

        @Override
        public Optional<ErrorCode> objectionTo(PartnerId id) {
            return Optional.empty();
        }
    }
}
