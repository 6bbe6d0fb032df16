/**
 * The desk of the policy: versions, drafts, publishing, explanations, under {@code /api/v1/admin/policy}.
 *
 * <p>No face. It reads bodies and asks room {@code policy}; it decides nothing.
 */
@NullMarked
package vn.dancu.bus.desk.policy;

import org.jspecify.annotations.NullMarked;
