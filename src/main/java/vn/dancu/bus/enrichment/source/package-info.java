/** Sources as data: reads their files and checks records by them. A new source needs no Java. */
@NullMarked
package vn.dancu.bus.enrichment.source;

import org.jspecify.annotations.NullMarked;
