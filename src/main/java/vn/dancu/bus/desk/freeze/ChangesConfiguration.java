package vn.dancu.bus.desk.freeze;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that changes rights, credentials, agreement or standing. It is refused while a freeze order covers the
 * configuration of the partner in its path, or of any partner when its path names none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesConfiguration {}
