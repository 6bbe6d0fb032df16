package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/**
 * One event, looked at.
 *
 * @param entry what a search lists
 * @param event the CloudEvents JSON, letter for letter as it went to Kafka
 * @param person the number in clear; null when the event concerns nobody
 */
public record Looked(Entry entry, String event, @Nullable PersonalId person) {}
