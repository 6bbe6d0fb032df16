package vn.dancu.bus.partner.xroad;

import java.time.Instant;
import vn.dancu.bus.kernel.PartnerId;

/** Which partner a client stands for. */
public record XRoadClientEntry(XRoadClient client, PartnerId partner, Instant addedAt, String addedBy) {}
