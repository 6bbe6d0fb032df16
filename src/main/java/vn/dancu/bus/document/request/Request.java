package vn.dancu.bus.document.request;

import java.util.List;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.question.QuestionFile;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.partner.Partner;

/**
 * A document that may be answered.
 *
 * @param caller who asks, as the inquiry room takes it
 * @param files those that ask
 * @param people how many places these have
 * @param xml of the partner's dialect
 */
record Request(
        LeasedDocument leased,
        EDocument document,
        Partner partner,
        Caller caller,
        List<QuestionFile> files,
        int people,
        PopulationXml xml) {

    @Override
    public String toString() {
        return "Request[" + leased.id() + "]";
    }
}
