/**
 * Messages as objects of the classes that JAXB makes from the schemas ({@code vn.dancu.schema.<family>.v1}). The only part of
 * the library that needs JAXB on the class path.
 */
@NullMarked
@NamedInterface("typed")
package vn.dancu.bus.message.typed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
