/**
 * What the records of the population service are made of: one description of each record's fields. The XML and JSON codecs, the
 * policies, the register and the contract's test all read a record by it, so a field is named once.
 */
@NullMarked
@NamedInterface("population")
package vn.dancu.bus.message.population.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
