@NullMarked
package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.NullMarked;
