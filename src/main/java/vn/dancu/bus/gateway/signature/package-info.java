/** Messages of partners that sign them (WS-Security 1.1): opened before they are read, and answered by signed answers. */
@NullMarked
package vn.dancu.bus.gateway.signature;

import org.jspecify.annotations.NullMarked;
