package vn.dancu.bus.sms.inbound;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;

/** A message that is to be written, and who hears of it. */
record PendingTake(TakenMessage message, Consumer<@Nullable BusException> done) {}
