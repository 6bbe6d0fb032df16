/**
 * Who is signed in at the console: by form in the sandbox, by OpenID Connect elsewhere; sessions in PostgreSQL, so that any
 * instance serves them.
 *
 * <p>No face. A session holds who somebody is and what the next page says, never what a form asked about a citizen.
 */
@NullMarked
package vn.dancu.bus.desk.console.session;

import org.jspecify.annotations.NullMarked;
