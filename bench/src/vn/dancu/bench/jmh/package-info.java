/** Run by JMH: the message library by itself, beside plain JAXB doing the same without any check; the access decision. */
@NullMarked
package vn.dancu.bench.jmh;

import org.jspecify.annotations.NullMarked;
