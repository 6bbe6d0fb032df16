package vn.dancu.bus.hub.mapping;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.upstream.NationalIdentities;
import vn.dancu.bus.upstream.NationalIdentity;

/** By the mapping of the partner. A question that states no procedure or unit goes out without one, unless the mapping names one for it. */
final class MappedIdentities implements NationalIdentities {

    private final MappingCache mappings;

    MappedIdentities(MappingCache mappings) {
        this.mappings = mappings;
    }

    @Override
    public NationalIdentity of(PartnerId partner, CitizenQuery query) {
        PartnerMapping mapping = mappings.of(partner);
        String officer = mapping == null ? null : mapping.national(MappedField.OFFICER, query.officer());
        if (mapping == null || officer == null) {
            throw BusException.of(
                    ErrorCode.OFFICER_NOT_MAPPED,
                    MappedField.OFFICER.wire(),
                    "must be an officer whom the hub's operator has mapped to an account of the national side");
        }
        return new NationalIdentity(
                officer,
                procedure(mapping, query.procedure()),
                mapping.national(MappedField.UNIT, query.unit()),
                mapping.version());
    }

    private static @Nullable String procedure(PartnerMapping mapping, @Nullable String local) {
        String national = mapping.national(MappedField.PROCEDURE, local);
        if (national == null && local != null) {
            throw BusException.of(
                    ErrorCode.PROCEDURE_NOT_MAPPED,
                    MappedField.PROCEDURE.wire(),
                    "must be a procedure that the hub's operator has mapped to a code of the national side");
        }
        return national;
    }
}
