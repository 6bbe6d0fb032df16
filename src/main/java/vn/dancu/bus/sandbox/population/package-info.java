/** Makes up people in families: the same people for the same seed. It knows no database. */
@NullMarked
package vn.dancu.bus.sandbox.population;

import org.jspecify.annotations.NullMarked;
