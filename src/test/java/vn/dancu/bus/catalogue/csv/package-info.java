@NullMarked
package vn.dancu.bus.catalogue.csv;

import org.jspecify.annotations.NullMarked;
