package vn.dancu.bus.document.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dancu.bus.document.DocumentSettings.Sender;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.agency.AgencyEntry;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Which partner asks when an agency sends. */
final class SenderPartners {

    private static final String FIELD = "MessageHeader/From/OrganId";

    private final Partners partners;
    private final AgencyDirectory directory;
    private final Map<AgencyCode, PartnerId> named;

    SenderPartners(Partners partners, AgencyDirectory directory, List<Sender> named) {
        this.partners = partners;
        this.directory = directory;
        this.named = named.stream().collect(Collectors.toUnmodifiableMap(Sender::code, Sender::id));
    }

    /**
     * The partner that may ask now.
     *
     * @throws BusException where there is none, or it may not connect
     */
    Partner partner(String agency) {
        Partner partner = find(agency)
                .orElseThrow(() -> BusException.of(
                        ErrorCode.PARTNER_UNKNOWN,
                        FIELD,
                        "the code of an agency that is one partner, or that an operator has given to one"));
        Optional<ErrorCode> objection = partners.objectionTo(partner.id());
        if (objection.isPresent()) {
            throw BusException.of(objection.get());
        }
        return partner;
    }

    /** The partner behind that agency, whatever its standing; some agencies bear codes that only the axis' list joins. */
    Optional<Partner> find(String agency) {
        String listed = directory.find(agency).map(AgencyEntry::code).orElse(agency);
        if (!AgencyCode.isValid(listed)) {
            return Optional.empty();
        }
        AgencyCode code = AgencyCode.of(listed);
        PartnerId id = named.get(code);
        if (id != null) {
            return partners.find(id);
        }
        List<Partner> same = partners.all().stream()
                .filter(partner -> AgencyCode.isValid(partner.agencyCode())
                        && AgencyCode.of(partner.agencyCode()).equals(code))
                .toList();
        // Of two systems of one agency none can be told by the code alone.
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
}
