package vn.dancu.bus.trust.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The revocation lists of the settings, each read anew when its file has changed. */
public final class RevocationLists {

    private final List<Path> files;
    private final Map<Path, ReadList> read = new ConcurrentHashMap<>();

    public RevocationLists(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Each list with its next update; a file that cannot be read is one that is over.
     *
     * @param setting the setting that names the files
     */
    public List<ExpiringItem> items(String setting) {
        List<ExpiringItem> items = new ArrayList<>();
        for (Path file : files) {
            String use = setting + " " + file.getFileName();
            try {
                for (CRL one : new RevocationLists(List.of(file)).current()) {
                    items.add(item(use, (X509CRL) one));
                }
            } catch (BusException e) {
                items.add(ExpiringItem.unreadable(ExpiringItem.Kind.REVOCATION_LIST, use));
            }
        }
        return items;
    }

    private static ExpiringItem item(String use, X509CRL list) {
        String issuer = list.getIssuerX500Principal().getName();
        return new ExpiringItem(
                "revocation-list/" + issuer,
                ExpiringItem.Kind.REVOCATION_LIST,
                null,
                use,
                null,
                issuer,
                list.getThisUpdate().toInstant(),
                list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant());
    }

    private record ReadList(FileTime changed, long length, Collection<? extends CRL> lists) {}

    /**
     * @throws vn.dancu.bus.kernel.BusException {@code revocation_unknown} where a file cannot be read
     */
    List<CRL> current() {
        List<CRL> all = new ArrayList<>();
        for (Path file : files) {
            try {
                FileTime changed = Files.getLastModifiedTime(file);
                long length = Files.size(file);
                ReadList known = read.get(file);
                if (known == null || !known.changed().equals(changed) || known.length() != length) {
                    known = new ReadList(
                            changed,
                            length,
                            CertificateFactory.getInstance("X.509")
                                    .generateCRLs(new ByteArrayInputStream(Files.readAllBytes(file))));
                    read.put(file, known);
                }
                all.addAll(known.lists());
            } catch (IOException | CertificateException | CRLException e) {
                throw BusException.of(ErrorCode.REVOCATION_UNKNOWN, "crls", "readable revocation lists");
            }
        }
        return all;
    }
}
