package vn.dancu.bus.document.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.document.EDocument;

/**
 * Who is told what became of a document.
 *
 * @param account the axis account that it came on
 * @param document our own id: what is sent about one document goes in its order
 * @param agency who sent it, in the form of code in which it came
 * @param partner whose suspension holds what is sent; null where it goes all the same
 * @param about the document, as far as it could be read
 */
public record Recipient(String account, UUID document, String agency, @Nullable PartnerId partner, EDocument about) {

    /** The same, told about another document. */
    public Recipient about(EDocument other) {
        return new Recipient(account, document, agency, partner, other);
    }
}
