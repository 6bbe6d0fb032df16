package vn.dancu.bus.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * Who asks for what.
 *
 * @param partner the partner that proved who it is
 * @param service the service asked for
 * @param procedure MaDVC, null where the service's wire form has none
 * @param officer MaCanBo, by {@link OfficerCode}
 * @param purpose as stated by the asker; null takes the purpose of the grant that fits
 * @param person who is asked about, for grants that demand a follow list; null when nobody is, as in an explanation
 * @param issue number of the case that is being handled, as stated by the asker; null when none was
 * @param asked the fields asked for, for grants that need consent; empty for all of them
 * @param inPerson whether the person asks, proved at one of the citizens' doors
 */
public record AccessRequest(
        PartnerId partner,
        ServiceCode service,
        @Nullable String procedure,
        String officer,
        @Nullable Purpose purpose,
        @Nullable PersonalId person,
        @Nullable String issue,
        Set<FieldPath> asked,
        boolean inPerson) {

    /** Of an asker that is not the person. */
    public AccessRequest(
            PartnerId partner,
            ServiceCode service,
            @Nullable String procedure,
            String officer,
            @Nullable Purpose purpose,
            @Nullable PersonalId person,
            @Nullable String issue,
            Set<FieldPath> asked) {
        this(partner, service, procedure, officer, purpose, person, issue, asked, false);
    }

    /** The same, asked by the person. */
    public AccessRequest askedInPerson() {
        return new AccessRequest(partner, service, procedure, officer, purpose, person, issue, asked, true);
    }
}
