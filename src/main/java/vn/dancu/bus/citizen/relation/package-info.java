/**
 * Persons for whom a citizen may ask because the register records a relation: children under age, and whom the citizen represents.
 *
 * <p>Face: {@link vn.dancu.bus.citizen.relation.RelatedPersons}. Who is no relation, and who does not exist, are refused alike.
 */
@NullMarked
@NamedInterface("relation")
package vn.dancu.bus.citizen.relation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
