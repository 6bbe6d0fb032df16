package vn.dancu.bus.document.summary;

/** The readable summary of an answer. Thread-safe. */
public interface SummaryWriter {

    /** The summary as PDF: A4, Vietnamese, fonts embedded; the same content gives the same bytes. */
    byte[] pdf(SummaryContent content);
}
