/**
 * The adapter door: the calls of the National Public Service Portal and of one-stop systems that touch population data, in
 * the form of the REST adapter of VDXP, with sign-in by a session.
 *
 * <p>A call holds one or many questions; each is asked, decided and recorded by itself, as at every other door.
 */
@NullMarked
package vn.dancu.bus.gateway.adapter;

import org.jspecify.annotations.NullMarked;
