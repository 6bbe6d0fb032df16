/**
 * Reads files of records: container, encoding and format, as a stream and within limits.
 *
 * <p>Face: {@link vn.dancu.bus.enrichment.file.RecordReader}. Nothing is guessed: an encoding is declared, a column has its title or its
 * place, and what a table program did to a number is refused by its name. No error repeats a value of the file.
 */
@NullMarked
@NamedInterface("file")
package vn.dancu.bus.enrichment.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
