package vn.dancu.bus.document.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.document.signature.SignatureReport;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.code.StatusCode;

class EdxmlAnswerWriterTest {

    private static final Path SCHEMA = Path.of("schemas/edxml/v1/edxml.xsd");
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 29, 8, 30, 5);
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final Organization BUS = Organization.of("000.00.00.G22", "Bộ mẫu");

    @TempDir
    Path folder;

    private final AnswerWriter writer = new EdxmlAnswerWriter(CONTEXT, new Unsigned(false));

    @Test
    void answersTheSenderWithTheFilesAndNamesTheDocument() throws Exception {
        byte[] written = answer(writer);

        try (Message message = CONTEXT.xml(Version.EDXML_V1).read(new ByteArrayInputStream(written), Reaction.STRICT)) {
            EDocument answer = CONTEXT.documents().read(message);
            assertThat(answer.from().id()).isEqualTo("000.00.00.G22");
            assertThat(answer.to()).extracting(Organization::id).containsExactly("000.00.00.H41");
            assertThat(answer.id()).isEqualTo("000.00.00.G22,2026/11/29,7/TL-DC");
            assertThat(answer.issuance().code()).isEqualTo(new Issuance.Code("7", "TL-DC"));
            assertThat(answer.reply().documents())
                    .containsExactly(new ResponseFor(
                            "000.00.00.H41",
                            "15/UBND-KT",
                            LocalDate.of(2026, 11, 24),
                            "000.00.00.H41,2026/11/24,15/UBND-KT",
                            List.of()));
            assertThat(answer.attachments()).extracting(Attachment::name).containsExactly("ket-qua.csv", "tom-tat.pdf");
            assertThat(answer.attachments().get(0).contentId()).isEqualTo("ket-qua");
        }
        assertThat(new String(written, StandardCharsets.UTF_8))
                .as("the axis' own parser wants the prefix within the envelope and none in the attachments")
                .contains("<edXML:ResponseFor>", "<edXML:ContentId>cid:ket-qua<", "<Attachment><ContentId>ket-qua<");
        assertValid(written);
    }

    @Test
    void reportsEachStatusOfADocument() throws Exception {
        for (StatusCode code : StatusCode.values()) {
            byte[] written = writer.write(new StatusReport(BUS, request(), code, null, AT));

            try (Message message =
                    CONTEXT.xml(Version.EDXML_V1).read(new ByteArrayInputStream(written), Reaction.STRICT)) {
                DocumentStatus status = CONTEXT.documents().readStatus(message);
                assertThat(status.code().is(code)).isTrue();
                assertThat(status.description()).isEqualTo(code.meaning().vietnamese());
                assertThat(status.timestamp()).isEqualTo(AT);
                assertThat(status.responseFor())
                        .extracting(ResponseFor::documentId)
                        .containsExactly("000.00.00.H41,2026/11/24,15/UBND-KT");
            }
            assertValid(written);
        }
        assertThat(new String(
                        writer.write(new StatusReport(BUS, request(), StatusCode.REFUSED, "Thiếu tệp đính kèm", AT)),
                        StandardCharsets.UTF_8))
                .contains("<edXML:StatusCode>02<", "<edXML:Description>Thiếu tệp đính kèm<");
    }

    @Test
    void handsTheWholeAnswerToTheSignerWhereTheBusHasAKey() {
        assertThat(answer(new EdxmlAnswerWriter(CONTEXT, new Unsigned(true)))).isEqualTo(answer(writer));
    }

    private static byte[] answer(AnswerWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                new AnswerDocument(
                        "000.00.00.G22,2026/11/29,7/TL-DC",
                        BUS,
                        request(),
                        "Đã trả lời 2 người.",
                        AT,
                        List.of(
                                Attachment.of(
                                        "ket-qua",
                                        "ket-qua.csv",
                                        "text/csv",
                                        Content.of("a;b\n".getBytes(StandardCharsets.UTF_8))),
                                Attachment.of(
                                        "tom-tat", "tom-tat.pdf", "application/pdf", Content.of(new byte[300_000])))),
                out);
        return out.toByteArray();
    }

    private static EDocument request() {
        try (InputStream in = Files.newInputStream(Path.of("schemas/edxml/v1/examples/van-ban-moi.xml"));
                Message message = CONTEXT.xml(Version.EDXML_V1).read(in)) {
            return CONTEXT.documents().read(message);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertValid(byte[] written) throws Exception {
        Path file = Files.write(folder.resolve("written.xml"), written);
        SchemaFactory.newDefaultInstance()
                .newSchema(SCHEMA.toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        Path xmllint = Path.of("/usr/bin/xmllint");
        if (Files.isExecutable(xmllint)) {
            Process run = new ProcessBuilder(
                            xmllint.toString(),
                            "--nonet",
                            "--noout",
                            "--huge",
                            "--schema",
                            SCHEMA.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(said).isZero();
        }
    }

    /** Signatures are tested where they are made. */
    private record Unsigned(boolean signs) implements DocumentSignatures {

        @Override
        public SignatureReport verify(Content document, @Nullable PartnerId sender) {
            return new SignatureReport.Unsigned();
        }

        @Override
        public void sign(Content document, OutputStream out) {
            try (InputStream first = document.open();
                    InputStream second = document.open()) {
                assertThat(first.readAllBytes()).hasSize((int) document.length());
                second.transferTo(out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
