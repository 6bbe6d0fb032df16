package vn.dancu.bus.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;

/**
 * How people sign in at the desk: by token of an identity provider, by password in the sandbox, by both or by neither.
 *
 * @param passwords accounts of the settings; null when there are none
 * @param tokens of the identity provider; null when there is none
 */
public record SignInMethods(@Nullable AuthenticationProvider passwords, @Nullable AuthenticationProvider tokens) {}
