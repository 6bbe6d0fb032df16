/**
 * Headers and bodies at rest: sealed frames for the database, sealed files for large bodies. The clear text is never written.
 */
@NullMarked
package vn.dancu.bus.delivery.content;

import org.jspecify.annotations.NullMarked;
