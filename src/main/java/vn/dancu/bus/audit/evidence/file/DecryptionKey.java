package vn.dancu.bus.audit.evidence.file;

import java.nio.file.Path;

/**
 * What opens encrypted archive files.
 *
 * @param file OpenPGP private key
 * @param passphrase of the private key; empty when it has none
 */
public record DecryptionKey(Path file, String passphrase) {

    /** Without the passphrase. */
    @Override
    public String toString() {
        return "DecryptionKey[" + file + "]";
    }
}
