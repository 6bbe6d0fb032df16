package vn.dancu.bus.desk.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which event is looked at, and why. */
record EventDetailRequest(UUID event, @Nullable String reason) {}
