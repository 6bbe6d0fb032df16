/** The XML of the population service, in the official shape, the live shape, and any other that a dialect describes. */
@NullMarked
package vn.dancu.bus.message.population.xml;

import org.jspecify.annotations.NullMarked;
