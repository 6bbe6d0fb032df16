/** The message library by itself, beside plain JAXB doing the same without any check. Run by JMH. */
@NullMarked
package vn.dancu.bench.jmh;

import org.jspecify.annotations.NullMarked;
