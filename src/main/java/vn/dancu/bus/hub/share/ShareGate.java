package vn.dancu.bus.hub.share;

import java.util.Optional;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareUse;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.upstream.NationalQuota;

/** Takes one permit of the hub's quota for each question that goes out: from the partner's share first, then from the rest. */
public final class ShareGate implements NationalQuota {

    private static final ServiceCode SHARE = new ServiceCode("HubShare");
    private static final ServiceCode REST = new ServiceCode("HubRest");
    private static final PartnerId EVERYBODY = new PartnerId("hub");

    private final ShareCache shares;
    private final Quotas quotas;

    ShareGate(ShareCache shares, Quotas quotas) {
        this.shares = shares;
        this.quotas = quotas;
    }

    /** Nothing is taken where no split was ever made. */
    @Override
    public void take(PartnerId partner) {
        ShareTable table = shares.current();
        if (table == null) {
            return;
        }
        Optional<Permits> own = table.of(partner);
        Quotas.Take taken = own.isPresent() ? take(partner, SHARE, own.get()) : Quotas.Take.USED_UP;
        if (taken == Quotas.Take.USED_UP) {
            taken = take(EVERYBODY, REST, table.rest());
        }
        switch (taken) {
            case TAKEN -> {}
            case USED_UP -> throw BusException.of(ErrorCode.QUOTA_EXCEEDED);
            case UNAVAILABLE -> throw BusException.of(ErrorCode.POLICY_UNAVAILABLE);
        }
    }

    ShareUse used(ShareTable.Share share) {
        Quotas.Used used = quotas.used(share.partner(), SHARE);
        return new ShareUse(share.partner(), share.permits(), used.inMinute(), used.inDay());
    }

    ShareUse usedOfRest(ShareTable table) {
        Quotas.Used used = quotas.used(EVERYBODY, REST);
        return new ShareUse(null, table.rest(), used.inMinute(), used.inDay());
    }

    private Quotas.Take take(PartnerId whose, ServiceCode name, Permits permits) {
        return quotas.take(whose, name, permits.perMinute(), permits.perDay());
    }
}
