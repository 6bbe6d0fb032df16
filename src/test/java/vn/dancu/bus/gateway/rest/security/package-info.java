@NullMarked
package vn.dancu.bus.gateway.rest.security;

import org.jspecify.annotations.NullMarked;
