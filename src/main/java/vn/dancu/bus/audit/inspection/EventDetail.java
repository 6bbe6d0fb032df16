package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/**
 * An event with everything that is known of it.
 *
 * @param summary what a search lists
 * @param event the CloudEvents JSON, byte for byte as it was sent to Kafka
 * @param person the number in clear; null when the event concerns nobody
 */
public record EventDetail(TrailEvent summary, String event, @Nullable PersonalId person) {}
