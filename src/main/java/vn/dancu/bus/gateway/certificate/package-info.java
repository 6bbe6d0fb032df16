/** Client certificates before every HTTP door: demanded where the settings say so, and refused where they were revoked. */
@NullMarked
package vn.dancu.bus.gateway.certificate;

import org.jspecify.annotations.NullMarked;
