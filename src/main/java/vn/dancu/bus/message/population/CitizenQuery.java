package vn.dancu.bus.message.population;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.field.FieldValues;

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
    public static final Citizen NO_CLAIMS = CitizenFields.CITIZEN.record(CitizenFields.CITIZEN.values());

    public CitizenQuery {
        asked = Set.copyOf(asked);
    }

    /** A citizen that says nothing but the second number of a yes/no question, which must agree as well. */
    public static Citizen secondNumber(String soCmnd) {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        values.set(CitizenFields.SO_CMND, soCmnd);
        return CitizenFields.CITIZEN.record(values);
    }

    /** The same question for these fields. */
    public CitizenQuery askingFor(Set<FieldPath> fields) {
        return new CitizenQuery(
                operation, requestId, procedure, officer, unit, purpose, number, name, birthDate, claims, fields);
    }

    @Override
    public String toString() {
        return "CitizenQuery[" + operation + ", masked]";
    }
}
