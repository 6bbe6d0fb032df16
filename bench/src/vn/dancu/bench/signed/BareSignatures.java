package vn.dancu.bench.signed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/** What WSS4J alone does with the same messages: verifies a signed question, and signs an answer. No door, no policy, no record. */
public final class BareSignatures {

    private final Supplier<byte[]> questions;
    private final byte[] answer;
    private final Merlin asker = new Merlin();
    private final Merlin own = new Merlin();
    private final DocumentBuilderFactory trees = DocumentBuilderFactory.newInstance();
    private final TransformerFactory writers = TransformerFactory.newInstance();

    /**
     * @param questions each signed by the key of {@code asker} at that moment: one is taken for each round, since it is good for minutes
     * @param answer an envelope without a signature
     */
    public BareSignatures(Supplier<byte[]> questions, byte[] answer, RunKey asker, RunKey own) {
        this.questions = questions;
        this.answer = answer.clone();
        this.asker.setKeyStore(asker.content());
        this.own.setKeyStore(own.content());
        trees.setNamespaceAware(true);
        WSSConfig.init();
    }

    /** How many questions and answers a second so many threads do. */
    public double round(Duration duration, int threads) {
        LongAdder done = new LongAdder();
        byte[] question = questions.get();
        long start = System.nanoTime();
        long deadline = start + duration.toNanos();
        List<Thread> working = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> work(question, deadline, done), "bare-" + i))
                .toList();
        working.forEach(Thread::start);
        for (Thread one : working) {
            try {
                one.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private void work(byte[] question, long deadline, LongAdder done) {
        try {
            while (System.nanoTime() < deadline) {
                verify(question, asker);
                sign();
                done.increment();
            }
        } catch (Exception e) {
            throw new IllegalStateException("WSS4J takes what it made", e);
        }
    }

    /** Fails where an answer is not signed by the bus, so that WSS4J says so. */
    public void require(byte[] signed) {
        try {
            verify(signed, own);
        } catch (Exception e) {
            throw new IllegalStateException("The answer of the bus is not signed by it", e);
        }
    }

    private void verify(byte[] message, Merlin known) throws Exception {
        RequestData data = new RequestData();
        data.setWssConfig(WSSConfig.getNewInstance());
        data.setSigVerCrypto(known);
        data.setTimeStampTTL(3600);
        new WSSecurityEngine().processSecurityHeader(tree(message), data);
    }

    private byte[] sign() throws Exception {
        Document document = tree(answer);
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        new WSSecTimestamp(header).build();
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo(RunKey.ALIAS, RunKey.PASSWORD);
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setSignatureAlgorithm(WSConstants.RSA_SHA256);
        signature.setDigestAlgo(WSConstants.SHA256);
        signature.getParts().add(new WSEncryptionPart("Body", "http://schemas.xmlsoap.org/soap/envelope/", ""));
        signature.getParts().add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, ""));
        signature.build(own);
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        writers.newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private Document tree(byte[] text) throws Exception {
        return trees.newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }
}
