@NullMarked
package vn.dancu.bus.codebook.platform;

import org.jspecify.annotations.NullMarked;
