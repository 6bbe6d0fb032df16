package vn.dancu.bus.sandbox.sms;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/** Refuses a PDU of a length that none has: jsmpp reserves as much memory as a header asks for. */
public final class BoundedPdus extends DefaultPDUReader {

    private static final int MIN_LENGTH = 16;

    /** A payload of 64 KB with all other fields. */
    private static final int MAX_LENGTH = 80_000;

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = new Command();
        header.setCommandLength(in.readInt());
        if (header.getCommandLength() < MIN_LENGTH || header.getCommandLength() > MAX_LENGTH) {
            throw new InvalidCommandLengthException("No PDU has this length");
        }
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }
}
