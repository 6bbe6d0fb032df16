package vn.dancu.bus.document.intake;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.axis.ReceivedItem;

/**
 * Lets a change wait for the document that it changes. Items are fetched several at a time, so a change may be here while a large
 * document that was sent before it is still on its way, at this instance or at another.
 */
final class ChangeOrder {

    private final DocumentLedger ledger;
    private final AxisAccounts accounts;

    ChangeOrder(DocumentLedger ledger, AxisAccounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /**
     * Looks at the axis' list only where a document is unknown, which is seldom.
     *
     * @param targets DocumentIds of what is changed
     * @throws BusException where one is unknown, and documents of this sender that were sent before are not taken yet
     */
    void require(AxisDelivery delivery, String sender, List<String> targets) {
        if (targets.stream().allMatch(target -> ledger.isKnown(sender, target))) {
            return;
        }
        Optional<AxisAccount> account = accounts.find(delivery.account());
        if (account.isPresent() && isBehind(delivery, sender, account.get())) {
            throw BusException.of(
                    ErrorCode.OVERLOADED, "Bussiness/DocumentId", "after the documents that its sender sent before it");
        }
    }

    private boolean isBehind(AxisDelivery delivery, String sender, AxisAccount account) {
        for (ReceivedItem item : account.transport().received(AxisMessageType.EDOC)) {
            String number = item.number();
            if (delivery.docId().equals(number)) {
                return false;
            }
            boolean isSender =
                    item.from() == null || ArrivalReader.canonical(item.from()).equals(sender);
            if (number != null
                    && isSender
                    && !AxisProgress.isReported(item.state().status())
                    && !ledger.isTaken(new AxisDelivery(delivery.account(), number, item.from(), false))) {
                return true;
            }
        }
        return false;
    }
}
