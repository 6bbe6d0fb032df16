package vn.dancu.bus.dialect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

/** Questions about a synthetic citizen, and the account to ask with. */
final class Questions {

    static final Instant AT = Instant.parse("2026-11-24T01:02:03.456Z");

    static final Account ACCOUNT = new Account(Map.ofEntries(
            Map.entry("username", "toaan"),
            Map.entry("secretKey", "khóa-bí-mật"),
            Map.entry("clientMember", "VN:GOV:000.00.00.H41:toaan"),
            Map.entry("providerMember", "VN:GOV:000.00.00.G01:dancu"),
            Map.entry("providerUrl", "http://dancu.invalid/services"),
            Map.entry("apiKey", "api-key-1"),
            Map.entry("consumerKey", "ck-1"),
            Map.entry("consumerSecret", "cs/2+3"),
            Map.entry("accessToken", "token-1"),
            Map.entry("userNameService", "h30-service"),
            Map.entry("officerKey", "ok"),
            Map.entry("officerPassword", "op"),
            Map.entry("AccessKey", "ak"),
            Map.entry("SecretKey", "sk"),
            Map.entry("AppName", "Ứng dụng"),
            Map.entry("PartnerCode", "H30"),
            Map.entry("PartnerCodeCus", "H30.1")));

    static final Call CALL = new Call(ACCOUNT, "/services/tra-cuu", AT);

    static final BirthDate DAY = BirthDate.of(LocalDate.of(1980, 1, 2));

    private Questions() {}

    /** What every dialect carries. */
    static CitizenQuery plain() {
        return of(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, "NGUYENVANAN", DAY, null, null, Set.of());
    }

    static CitizenQuery named(String name) {
        return of(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, name, DAY, null, null, Set.of());
    }

    static CitizenQuery bornIn(int year) {
        return of(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                "NGUYENVANAN",
                BirthDate.ofYear(year),
                null,
                null,
                Set.of());
    }

    /** With unit, purpose and the fields asked for. */
    static CitizenQuery full() {
        return of(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                "NGUYENVANAN",
                DAY,
                "H41.1",
                new Purpose("giai-quyet-tthc"),
                Set.of(CitizenFields.HO_VA_TEN.path(), CitizenFields.GIOI_TINH.path()));
    }

    static CitizenQuery existence() {
        return of(PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN, "NGUYENVANAN", DAY, null, null, Set.of());
    }

    static InputStream in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static CitizenQuery of(
            PopulationOperation operation,
            String name,
            BirthDate born,
            @Nullable String unit,
            @Nullable Purpose purpose,
            Set<FieldPath> asked) {
        return new CitizenQuery(
                operation,
                "H41-20261124-000001",
                "1.001193",
                "canbo01",
                unit,
                purpose,
                PersonalId.soDinhDanh("999080000001"),
                name,
                born,
                CitizenQuery.NO_CLAIMS,
                asked);
    }
}
