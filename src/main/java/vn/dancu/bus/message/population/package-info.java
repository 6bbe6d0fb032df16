/**
 * The population service as records: the citizen, the household, a question about one person, its answer; and the two wires
 * that carry them, {@link vn.dancu.bus.message.population.PopulationXml} and
 * {@link vn.dancu.bus.message.population.PopulationJson}.
 *
 * <p>The records know no wire and no partner. Their {@code toString} is masked.
 */
@NullMarked
@NamedInterface("population")
package vn.dancu.bus.message.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
