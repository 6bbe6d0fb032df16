/** The XML wire: hardened reading, checked on the way, and writing; every family, and the population service typed. */
@NullMarked
@NamedInterface("xml")
package vn.dancu.bus.message.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
