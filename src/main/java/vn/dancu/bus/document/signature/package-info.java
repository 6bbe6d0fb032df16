/**
 * Signatures of edXML documents (XMLDSig, enveloped): verified and made over the bytes as they stand, in constant memory.
 *
 * <p>Face: {@link vn.dancu.bus.document.signature.DocumentSignatures}. A signature counts only when its one reference is the whole
 * document; nothing is fetched because a signature names it.
 */
@NullMarked
package vn.dancu.bus.document.signature;

import org.jspecify.annotations.NullMarked;
