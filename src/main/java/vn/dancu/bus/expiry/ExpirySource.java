package vn.dancu.bus.expiry;

import java.util.List;

/** What a room holds or trusts that can end; each room that has such things has one as a bean. */
@FunctionalInterface
public interface ExpirySource {

    List<ExpiringItem> items();
}
