package vn.dancu.bus.dialect;

import java.time.Instant;

/**
 * One call that is to be made.
 *
 * @param account with which we call
 * @param path the path of the service at the other side, as it goes into a digest
 * @param at the moment of the call
 */
public record Call(Account account, String path, Instant at) {}
