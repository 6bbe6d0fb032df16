/**
 * How long records are kept: months are archived to encrypted files and then dropped; legal holds stop both; destroying the
 * key of a month deletes its personal content everywhere.
 *
 * <p>Faces: {@link vn.dancu.bus.audit.evidence.retention.Retention},
 * {@link vn.dancu.bus.audit.evidence.retention.LegalHolds} and
 * {@link vn.dancu.bus.audit.evidence.retention.ContentKeys}. It never changes a record.
 */
@NullMarked
@NamedInterface("retention")
package vn.dancu.bus.audit.evidence.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
