/**
 * The console's page for the diagnostics bundle: a ZIP that an operator hands to whoever helps.
 *
 * <p>No face. The bundle holds no secret and no personal data: what is not known to be harmless stands in it by name alone.
 */
@NullMarked
package vn.dancu.bus.desk.console.diagnostics;

import org.jspecify.annotations.NullMarked;
