package vn.dancu.bus.desk.route;

import org.jspecify.annotations.Nullable;

/**
 * @param reason in words
 * @param version which one is to run again; null for the one before
 */
record RollbackRequest(String reason, @Nullable String version) {}
