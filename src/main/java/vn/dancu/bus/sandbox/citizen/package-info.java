/**
 * A page that plays the National Public Service Portal in a browser: a citizen signs in at either issuer of {@code sandbox.signin}, and the
 * page asks the bus over HTTP, as partner {@code g22-portal} and with the token of the sign-in, like any portal ({@code
 * docs/protocols/PR-ME.md}). It uses nothing of the bus's inside but names of codes.
 *
 * <p>The token stays in the session of the server; nothing about a citizen stands in an address, a cookie or a log.
 */
@NullMarked
package vn.dancu.bus.sandbox.citizen;

import org.jspecify.annotations.NullMarked;
