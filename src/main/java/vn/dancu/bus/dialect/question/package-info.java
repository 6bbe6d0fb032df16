/** The bodies in which questions travel: bare, in SOAP, as flat JSON, as SOAP inside JSON. Internal to the room. */
@NullMarked
package vn.dancu.bus.dialect.question;

import org.jspecify.annotations.NullMarked;
