package vn.dancu.bus.desk.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event to show, and the reason. */
record EventDetailRequest(UUID event, @Nullable String reason) {}
