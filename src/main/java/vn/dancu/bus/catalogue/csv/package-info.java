/** Reading of the lists: comma-separated text with a header, from the class path or from an operator's file. */
@NullMarked
package vn.dancu.bus.catalogue.csv;

import org.jspecify.annotations.NullMarked;
