/**
 * The balance of a job: what became of each record, the result file for the source, and the sheet that is signed and verified offline.
 *
 * <p>Faces: {@link vn.dancu.bus.enrichment.balance.JobSheets} for the jobs, {@link vn.dancu.bus.enrichment.balance.SheetVerifier} for
 * whoever holds a certificate and has no bus.
 */
@NullMarked
@NamedInterface("balance")
package vn.dancu.bus.enrichment.balance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
