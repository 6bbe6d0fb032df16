package vn.dancu.bus.trust;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.ssl.SslBundle;

/** What the bus shows, of a bundle as it is now. */
@NullUnmarked // The JDK's methods take and give null where there is nothing.
final class CurrentKeys extends X509ExtendedKeyManager {

    private volatile X509ExtendedKeyManager now;

    CurrentKeys(SslBundle bundle) {
        this.now = read(bundle);
    }

    void follow(X509ExtendedKeyManager changed) {
        now = changed;
    }

    /** @throws IllegalArgumentException where the bundle has no key store that can be read */
    static X509ExtendedKeyManager read(SslBundle bundle) {
        for (KeyManager one : bundle.getManagers().getKeyManagers()) {
            if (one instanceof X509ExtendedKeyManager keys) {
                return keys;
            }
        }
        throw new IllegalArgumentException("An SSL bundle has a key manager of X.509");
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        return now.chooseEngineClientAlias(types, issuers, engine);
    }

    @Override
    public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
        return now.chooseEngineServerAlias(type, issuers, engine);
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return now.chooseClientAlias(types, issuers, socket);
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return now.chooseServerAlias(type, issuers, socket);
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return now.getClientAliases(type, issuers);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return now.getServerAliases(type, issuers);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return now.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return now.getPrivateKey(alias);
    }
}
