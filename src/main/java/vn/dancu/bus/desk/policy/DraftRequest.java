package vn.dancu.bus.desk.policy;

import org.jspecify.annotations.Nullable;

/**
 * What opens a draft.
 *
 * @param note why
 * @param fromVersion the old version to bring back; absent for a draft on the newest
 */
record DraftRequest(String note, @Nullable Long fromVersion) {}
