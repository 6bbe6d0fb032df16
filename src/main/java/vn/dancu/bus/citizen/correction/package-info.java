/**
 * "This field is wrong": what a citizen asks the police of the commune to correct, sent as a document over the axis, and what was answered.
 *
 * <p>Faces: {@link vn.dancu.bus.citizen.correction.Corrections} for the citizen, {@link
 * vn.dancu.bus.citizen.correction.CorrectionOversight} for those who run the bus. The bus corrects nothing itself: the register is
 * changed where it is kept. What people write and what is answered is sealed at rest.
 */
@NullMarked
@NamedInterface("correction")
package vn.dancu.bus.citizen.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
