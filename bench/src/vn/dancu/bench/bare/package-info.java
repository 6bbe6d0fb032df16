/**
 * The bare service: what one would write by hand with CXF and JDBC and nothing else.
 *
 * <p>The project's WSDL and generated types, one query by primary key, Tomcat, a connection pool. No policy, no sign-in,
 * no record of anything: it is the measure and never a model.
 */
@NullMarked
package vn.dancu.bench.bare;

import org.jspecify.annotations.NullMarked;
