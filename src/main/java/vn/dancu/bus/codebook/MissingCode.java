package vn.dancu.bus.codebook;

import java.time.Instant;

/**
 * A code in use that the platform has no more.
 *
 * @param since when that was seen first
 */
public record MissingCode(String list, String code, String name, Instant since) {}
