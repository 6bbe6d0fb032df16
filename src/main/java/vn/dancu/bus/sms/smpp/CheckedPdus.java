package vn.dancu.bus.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Lets through PDUs that jSMPP can take apart. It reserves as much memory as a header asks for, dies in its thread where a field
 * is cut, and writes the field that is too long to the log; here such a PDU gets a {@code generic_nack}, and the session goes on.
 */
final class CheckedPdus extends DefaultPDUReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(CheckedPdus.class);

    /** A payload of 64 KB, with all other fields and parameters. */
    private static final int MAX_LENGTH = 80_000;

    private static final int HEADER_LENGTH = 16;

    /** No PDU has this id: jSMPP answers it with a {@code generic_nack}. */
    private static final int UNKNOWN_ID = 0x0001_ffff;

    private final PDUDecomposer decomposer = DefaultDecomposer.getInstance();
    private final String operator;

    CheckedPdus(String operator) {
        this.operator = operator;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = new Command();
        header.setCommandLength(in.readInt());
        if (header.getCommandLength() < HEADER_LENGTH || header.getCommandLength() > MAX_LENGTH) {
            throw new InvalidCommandLengthException("A PDU has no such length");
        }
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        byte[] pdu = super.readPDU(in, header);
        if (!canBeTakenApart(header.getCommandId(), pdu)) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.OPERATOR, operator)
                    .addKeyValue(LogKeys.COUNT, pdu.length)
                    .log("An operator sent a message that is no PDU of SMPP 3.4; it was told so");
            header.setCommandId(UNKNOWN_ID);
        }
        return pdu;
    }

    private boolean canBeTakenApart(int commandId, byte[] pdu) {
        try {
            switch (commandId) {
                case SMPPConstant.CID_DELIVER_SM -> decomposer.deliverSm(pdu);
                case SMPPConstant.CID_DATA_SM -> decomposer.dataSm(pdu);
                case SMPPConstant.CID_SUBMIT_SM_RESP -> decomposer.submitSmResp(pdu);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (PDUStringException | RuntimeException e) {
            return false;
        }
    }
}
