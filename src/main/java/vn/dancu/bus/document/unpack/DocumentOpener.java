package vn.dancu.bus.document.unpack;

import java.io.InputStream;

/** Opens edXML that came in. Thread-safe. */
public interface DocumentOpener {

    /**
     * The message in these bytes; close it, its files end with it.
     *
     * @param edXml a document or a status, edXML; the caller closes it
     * @throws vn.dancu.bus.kernel.BusException with field and rule: {@code message_*}, {@code field_*} where it is not what its
     *     schema says, {@code field_missing} where the manifest names a file that did not come, {@code field_duplicated} where two files have one id, {@code field_invalid} where base64 or an archive is
     *     broken, {@code *_limit_exceeded} where something is too large
     */
    OpenedMessage open(InputStream edXml);
}
