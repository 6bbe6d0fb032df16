package vn.dancu.bus.partner;

/** What a credential proves. */
public enum CredentialProof {
    /** It is one of the partner's, and good now. */
    RIGHT,
    /** It would be right, had its validity not ended. */
    EXPIRED,
    /** It is none of the partner's; or it was revoked, or is not valid yet; or there is no such partner. */
    WRONG
}
