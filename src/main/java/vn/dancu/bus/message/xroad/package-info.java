/**
 * The header fields of X-Road, which VDXP is built on, as records: in SOAP by its message protocol 4.0, in HTTP by its message
 * protocol for REST, and in the one line that adapters take as {@code dstcode}.
 *
 * <p>Face: {@link vn.dancu.bus.message.xroad.XRoadHeader}, {@link vn.dancu.bus.message.xroad.XRoadId}; of whole SOAP messages
 * {@link vn.dancu.bus.message.xroad.XRoadEnvelopes}, {@link vn.dancu.bus.message.xroad.XRoadEnvelopeWriter} and
 * {@link vn.dancu.bus.message.xroad.SoapPart}. It sends nothing.
 */
@NullMarked
@NamedInterface("xroad")
package vn.dancu.bus.message.xroad;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
