@NullMarked
package vn.dancu.bus.gateway.rest;

import org.jspecify.annotations.NullMarked;
