package vn.dancu.bus.system;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpiringItem.Kind;
import vn.dancu.bus.expiry.ExpirySource;

/** The certificates of SSL bundles, and of the doors where their settings name no bundle. */
record BundleExpiries(SslBundles bundles, @Nullable Ssl doors, ConfigurableEnvironment environment)
        implements ExpirySource {

    private static final String DOORS = "server.ssl";

    @Override
    public List<ExpiringItem> items() {
        Map<String, ExpiringItem> items = new LinkedHashMap<>();
        if (doors != null && Ssl.isEnabled(doors) && doors.getBundle() == null) {
            add(items, WebServerSslBundle.get(doors, bundles), Kind.SERVER, DOORS);
        }
        for (String name : bundles.getBundleNames()) {
            Set<String> uses = uses(name);
            Kind kind = uses.stream().anyMatch(use -> use.startsWith("server.") || use.startsWith("management.server."))
                    ? Kind.SERVER
                    : uses.stream().anyMatch(BundleExpiries::isForSignatures) ? Kind.SIGNING : Kind.CLIENT;
            add(items, bundles.getBundle(name), kind, uses.isEmpty() ? name : String.join(", ", uses));
        }
        return List.copyOf(items.values());
    }

    private static boolean isForSignatures(String use) {
        return use.contains("signature") || use.startsWith("dancu.trust.");
    }

    private static void add(Map<String, ExpiringItem> items, SslBundle bundle, Kind kind, String use) {
        for (X509Certificate one : certificates(bundle.getStores().getKeyStore(), true)) {
            ExpiringItem item = ExpiringItem.of(kind, use, one);
            items.putIfAbsent(item.id(), item);
        }
        for (X509Certificate one : certificates(bundle.getStores().getTrustStore(), false)) {
            ExpiringItem item = ExpiringItem.of(Kind.TRUST, use, one);
            items.putIfAbsent(item.id(), item);
        }
    }

    private static List<X509Certificate> certificates(@Nullable KeyStore store, boolean keys) {
        List<X509Certificate> found = new ArrayList<>();
        if (store == null) {
            return found;
        }
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) == keys) {
                    Certificate[] chain = store.getCertificateChain(alias);
                    Certificate[] all = chain == null ? new Certificate[] {store.getCertificate(alias)} : chain;
                    for (Certificate one : all) {
                        if (one instanceof X509Certificate certificate) {
                            found.add(certificate);
                        }
                    }
                }
            }
            return found;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("The key store of a bundle was loaded", e);
        }
    }

    /** The settings whose value is that bundle. */
    private Set<String> uses(String bundle) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> names(source).stream())
                .filter(name -> name.endsWith("bundle") && bundle.equals(environment.getProperty(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed ? List.of(listed.getPropertyNames()) : List.of();
    }
}
