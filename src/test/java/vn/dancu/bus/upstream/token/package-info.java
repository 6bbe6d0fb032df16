@NullMarked
package vn.dancu.bus.upstream.token;

import org.jspecify.annotations.NullMarked;
