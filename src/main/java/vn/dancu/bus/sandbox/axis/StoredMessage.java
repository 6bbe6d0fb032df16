package vn.dancu.bus.sandbox.axis;

import org.jspecify.annotations.Nullable;

/**
 * One message at one receiver. Of a message to several receivers there are several, with one file.
 *
 * @param docId the receiver's number for it
 * @param senderDocId the sender's number for it, which names its file too
 * @param type {@code edoc} or {@code status}
 * @param from the sender's code as it was sent
 * @param to the receiver's code as it was sent
 * @param title what it is about
 * @param notation number and notation
 * @param created when it was sent, in Vietnam's time
 * @param status {@code new}, then what the receiver says
 */
record StoredMessage(
        String docId,
        String senderDocId,
        String type,
        String from,
        String to,
        String sha256,
        long length,
        @Nullable String title,
        @Nullable String notation,
        String created,
        String status,
        String description,
        String updated) {

    static final String NEW = "new";

    /** Whether its receiver has not finished with it. */
    boolean isOpen() {
        return status.equals(NEW) || status.equals("processing");
    }

    StoredMessage with(String newStatus, String newDescription, String now) {
        return new StoredMessage(
                docId,
                senderDocId,
                type,
                from,
                to,
                sha256,
                length,
                title,
                notation,
                created,
                newStatus,
                newDescription,
                now);
    }

    @Override
    public String toString() {
        return "StoredMessage[" + docId + ", " + type + ", " + status + "]";
    }
}
