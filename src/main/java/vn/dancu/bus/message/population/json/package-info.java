/** The JSON of the population service, as the REST door has it: a property is the element's name with a small first letter. */
@NullMarked
package vn.dancu.bus.message.population.json;

import org.jspecify.annotations.NullMarked;
