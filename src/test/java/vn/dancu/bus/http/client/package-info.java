@NullMarked
package vn.dancu.bus.http.client;

import org.jspecify.annotations.NullMarked;
