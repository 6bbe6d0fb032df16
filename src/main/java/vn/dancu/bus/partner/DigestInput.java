package vn.dancu.bus.partner;

/**
 * What a digest covers, but for the secret, which never leaves this room.
 *
 * @param before what is digested before the secret
 * @param after what is digested after the secret
 */
public record DigestInput(String before, String after) {}
