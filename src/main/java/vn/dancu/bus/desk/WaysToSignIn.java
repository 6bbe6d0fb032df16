package vn.dancu.bus.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * How people sign in at the desk: by token of an identity provider, by password in the sandbox, by both or by neither.
 *
 * @param passwords accounts of the settings; null when there are none
 * @param tokens of the identity provider; null when there is none
 */
record WaysToSignIn(@Nullable AuthenticationProvider passwords, @Nullable AuthenticationProvider tokens) {

    void openAt(HttpSecurity http, SignInRefusals refusals) throws Exception {
        if (passwords != null) {
            ProviderManager manager = new ProviderManager(passwords);
            http.authenticationManager(manager).httpBasic(basic -> basic.authenticationEntryPoint(refusals));
        }
        if (tokens != null) {
            ProviderManager manager = new ProviderManager(tokens);
            http.oauth2ResourceServer(server ->
                    server.authenticationManagerResolver(request -> manager).authenticationEntryPoint(refusals));
        }
    }
}
