package vn.dancu.bus.policy.version;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.PolicyVersions;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.RightsDifference;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.RightsDiff;
import vn.dancu.bus.policy.file.RightsWriter;

/** Reads published versions for people. */
final class PolicyVersionQuery implements PolicyVersions {

    private final JdbcPolicies store;
    private final Purposes purposes;

    PolicyVersionQuery(JdbcPolicies store, Purposes purposes) {
        this.store = store;
        this.purposes = purposes;
    }

    @Override
    public Optional<PolicyVersion> find(long number) {
        return store.find(number);
    }

    @Override
    public List<PolicyVersion> list(long below, int limit) {
        return store.list(below, limit);
    }

    @Override
    public List<String> partners(long number, String after, int limit) {
        return store.partners(number, after, limit).stream()
                .map(PartnerId::value)
                .toList();
    }

    @Override
    public String rights(long number, PartnerId partner) {
        return RightsWriter.json(content(number).of(partner));
    }

    @Override
    public List<RightsDifference> differences(long from, long to) {
        return RightsDiff.differences(content(from), content(to));
    }

    @Override
    public Purposes purposes() {
        return purposes;
    }

    /** Version 0 is the state before the first version: nobody has any rights. */
    private PolicyContent content(long number) {
        if (number == 0) {
            return PolicyContent.EMPTY;
        }
        if (store.find(number).isEmpty()) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return store.read(number).content();
    }
}
