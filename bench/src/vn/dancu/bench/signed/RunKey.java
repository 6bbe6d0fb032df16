package vn.dancu.bench.signed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.signing.SigningKey;

/**
 * A key of RSA-2048 with its own certificate, made by keytool for one run.
 *
 * @param store PKCS#12 with that key alone
 */
public record RunKey(Path store, KeyStore content) {

    public static final String PASSWORD = "only-for-this-run";
    public static final String ALIAS = "run";

    public static RunKey make(Path folder, String name) {
        Path store = folder.resolve(name + ".p12");
        try {
            Files.deleteIfExists(store);
            int code = new ProcessBuilder(command(name, store))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool ended with " + code);
            }
            KeyStore content = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                content.load(in, PASSWORD.toCharArray());
            }
            return new RunKey(store, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(String name, Path store) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String words =
                "-genkeypair -alias " + ALIAS + " -keyalg RSA -keysize 2048 -sigalg SHA256withRSA -storetype PKCS12";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("-dname", "CN=" + name, "-storepass", PASSWORD, "-keystore", store.toString()));
        return command;
    }

    public X509Certificate certificate() {
        try {
            return (X509Certificate) content.getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SigningKey signing() {
        try {
            return new SigningKey((PrivateKey) content.getKey(ALIAS, PASSWORD.toCharArray()), List.of(certificate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
