/**
 * The partners as every instance holds them in memory, and their way from an application to the first connection. Secrets are
 * sealed at rest and never leave this package. The packages for suspensions, credentials and calendars do not depend on it.
 */
@NullMarked
package vn.dancu.bus.partner.directory;

import org.jspecify.annotations.NullMarked;
