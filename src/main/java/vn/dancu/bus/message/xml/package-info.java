/** The XML wire: hardened reading, questions by the grammar, answers by JAXB in both shapes. */
@NullMarked
package vn.dancu.bus.message.xml;

import org.jspecify.annotations.NullMarked;
