/**
 * The one door to the population data.
 *
 * <p>Face: {@link vn.dancu.bus.register.PopulationRegister}. It finds by number, name and birth date together, and by the
 * number alone only for the door at which the person asks; it never refuses a person because the digits of a number disagree with gender or birth year.
 */
@NullMarked
@ApplicationModule(
        displayName = "Register",
        allowedDependencies = {"kernel", "batch", "kernel :: name", "message", "message :: population", "dialect"})
package vn.dancu.bus.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
