package vn.dancu.bus.message.population;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/**
 * One question about one person, as every door reads it from its wire.
 *
 * @param operation the service asked for
 * @param requestId MaYeuCau, unique for the asker
 * @param procedure MaDVC, code of the administrative procedure, or VPCP; null where the operation does not carry it
 * @param officer MaCanBo, the officer's account
 * @param unit MaDonVi, optional
 * @param purpose the purpose stated by the asker, optional
 * @param number the number asked for
 * @param name HoVaTen as sent
 * @param birthDate NgayThangNamSinh; null only for the yes/no service, whose wire form has none
 * @param claims the values to verify, for the verifying services; {@link #NO_CLAIMS} otherwise
 * @param asked the fields asked for; empty means all that the service can give
 */
public record CitizenQuery(
        PopulationOperation operation,
        String requestId,
        @Nullable String procedure,
        String officer,
        @Nullable String unit,
        @Nullable Purpose purpose,
        PersonalId number,
        String name,
        @Nullable BirthDate birthDate,
        Citizen claims,
        Set<FieldPath> asked) {

    /** A citizen that says nothing. */
    public static final Citizen NO_CLAIMS = saying(null);

    public CitizenQuery {
        asked = Set.copyOf(asked);
    }

    /** A citizen that says nothing but the second number of a yes/no question, which must agree as well. */
    public static Citizen secondNumber(String soCmnd) {
        return saying(soCmnd);
    }

    private static Citizen saying(@Nullable String soCmnd) {
        return new Citizen(
                null, soCmnd, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, List.of());
    }

    @Override
    public String toString() {
        return "CitizenQuery[" + operation + ", masked]";
    }
}
