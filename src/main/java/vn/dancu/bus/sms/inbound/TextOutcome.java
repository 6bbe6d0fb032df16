package vn.dancu.bus.sms.inbound;

/** How a text that came has ended. */
enum TextOutcome {
    /** An answer was put into the outbox. */
    ANSWERED,
    /** Nothing was to be said. */
    SILENT,
    /** Could not be answered while the answer was of use. */
    EXPIRED,
    /** Nothing but blanks. */
    EMPTY,
    /** Its coding is not known, its octets are not of that coding, or its header is wrong. */
    UNREADABLE,
    /** A part of it never came. */
    INCOMPLETE,
    /** Too many texts of its sender waited. */
    FLOOD,
    /** Its sender is no subscriber, such as a name or a short code. */
    SENDER_UNKNOWN,
    /** It was sent to a number that is none of ours. */
    NUMBER_UNKNOWN,
    /** A receipt that names no message. */
    RECEIPT_UNREADABLE
}
