package vn.dancu.bus.document.request;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question.
 *
 * @param number of the question in its file
 * @param maskedId the number asked for, all but its last digits masked; empty where it could not be read
 * @param outcome code of the result status; empty where the question was refused
 * @param errorCode empty where it was answered
 * @param item what the file of results says of it
 */
@SuppressWarnings("ArrayRecordComponent")
record PersonResult(int number, String maskedId, String outcome, String errorCode, byte[] item) {

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(number);
        out.writeUTF(maskedId);
        out.writeUTF(outcome);
        out.writeUTF(errorCode);
        out.writeInt(item.length);
        out.write(item);
    }

    /** The next one; null at the end. */
    static @Nullable PersonResult read(DataInputStream in) throws IOException {
        int number;
        try {
            number = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        String maskedId = in.readUTF();
        String outcome = in.readUTF();
        String errorCode = in.readUTF();
        byte[] item = new byte[in.readInt()];
        in.readFully(item);
        return new PersonResult(number, maskedId, outcome, errorCode, item);
    }

    @Override
    public String toString() {
        return "PersonResult[" + number + ", masked]";
    }
}
