/**
 * Phones of synthetic subscribers, at the simulated SMSC: a page to write and read messages, the same as JSON for programs, with
 * raw options for tests ({@code docs/protocols/PR-SMSC.md}). Conversations lie in memory and end with the process.
 */
@NullMarked
package vn.dancu.bus.sandbox.phone;

import org.jspecify.annotations.NullMarked;
