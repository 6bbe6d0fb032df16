/** The operations of the administration's OpenAPI document, one command for each. */
@NullMarked
package vn.dancu.bus.command.contract;

import org.jspecify.annotations.NullMarked;
