package vn.dancu.bus.delivery;

import java.util.UUID;

/**
 * Stands for a body that lies in a file.
 *
 * @param length of the body in bytes
 * @param sha256 of the body, 64 hex digits in lower case
 */
public record ClaimCheck(UUID id, long length, String sha256) {}
