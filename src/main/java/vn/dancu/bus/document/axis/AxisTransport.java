package vn.dancu.bus.document.axis;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.axis.Agency;
import vn.dancu.bus.message.axis.ReceivedItem;
import vn.dancu.bus.message.axis.SentStatus;
import vn.dancu.bus.message.axis.SynchronizedUnit;

/**
 * The verbs of a document axis, for one account. Thread-safe; a call waits for its answer.
 *
 * <p>Every method throws {@link AxisFailure}: temporary where the same call may succeed later, also where the answer cannot be
 * read. Calls that change nothing, and {@link #updateStatus}, were tried again by the account's plan before they fail;
 * {@link #send} was not, since a second one would be a second document.
 */
public interface AxisTransport {

    /** What waits for this account: all of it, in the axis' own order. Empty only where the axis says that nothing waits. */
    List<ReceivedItem> received(AxisMessageType type);

    /**
     * The edXML of a message that waits, as it was sent; the caller closes the stream. A stream that ends early throws
     * {@link java.io.IOException} and never seems whole.
     */
    InputStream get(String docId);

    /**
     * Sends one message.
     *
     * @param from the code of the agency that sends
     * @param to the codes of the agencies that receive; empty leaves it to what the document says
     * @return the axis' number of what was sent
     */
    SendReceipt send(AxisContent content, String from, List<String> to, AxisMessageType type);

    /**
     * Says how far a received message came. The same again changes nothing.
     *
     * @param description for the axis' own log: it is sent in ASCII, and holds no personal data
     */
    void updateStatus(String docId, AxisProgress progress, @Nullable String description);

    /**
     * What became of what was sent.
     *
     * @param docId of one message; null for all that the axis still lists
     */
    List<SentStatus> sent(AxisMessageType type, @Nullable String docId);

    /** How many messages wait. */
    int count(AxisMessageType type);

    /** Gives each agency that the axis knows to the consumer; one may come before a later one turns out to be unreadable. */
    void agencies(AgencyForm form, Consumer<Agency> each);

    /** Gives each unit that was synchronised, with its version and whether it was deleted, likewise. */
    void synchronizedUnits(Consumer<SynchronizedUnit> each);

    /** Makes an agency known to the axis, below one that is. */
    void register(AgencyRegistration agency);

    /** Takes an agency of this account out of the axis. */
    void delete(String agencyCode);
}
