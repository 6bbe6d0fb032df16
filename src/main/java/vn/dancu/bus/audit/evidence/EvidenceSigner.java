package vn.dancu.bus.audit.evidence;

/** Signs texts of other rooms by the key that signs seals, so that whoever trusts the seals can verify them. */
public interface EvidenceSigner {

    /** The key that signs now, in the transaction of the caller as {@link #sign}. */
    Evidence.KeySummary key();

    /** Signs in the transaction of the caller, which makes the first key where there is none. */
    Signed sign(byte[] text);

    /**
     * A signature.
     *
     * @param signature Ed25519 (RFC 8032), 64 bytes
     */
    record Signed(Evidence.KeySummary key, byte[] signature) {}
}
