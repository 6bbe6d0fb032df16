/**
 * Explains a failure to start to whoever runs the bus, in Vietnamese and English: what is wrong, and the setting to change. Spring
 * Boot takes the classes from {@code META-INF/spring.factories} and prints what they find. Values of settings are never
 * printed: they may be secrets.
 */
@NullMarked
package vn.dancu.bus.system.failure;

import org.jspecify.annotations.NullMarked;
