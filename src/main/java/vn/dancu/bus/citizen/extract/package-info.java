/**
 * Extracts of a citizen's record as signed PDF files, numbered, in the form of an authority's notice ("Thông báo").
 *
 * <p>Face: {@link vn.dancu.bus.citizen.extract.Extracts}. It never looks anything up: what an extract says is the answer of the
 * inquiry, and the file is the form in which that answer leaves. No extract is kept, and none leaves unsigned.
 */
@NullMarked
@NamedInterface("extract")
package vn.dancu.bus.citizen.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
