/**
 * Documents and statuses as they come from the axis: each is taken once and is durable before the axis is told so, and what changes
 * an earlier document changes it while it is still worked on.
 */
@NullMarked
package vn.dancu.bus.document.intake;

import org.jspecify.annotations.NullMarked;
