/**
 * Evidence files ({@code docs/protocols/AL-EVIDENCE.md}): their lines, compression and encryption, written and read. It needs
 * neither Spring nor a database.
 */
@NullMarked
@NamedInterface("evidence-file")
package vn.dancu.bus.audit.evidence.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
