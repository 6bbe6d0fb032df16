package vn.dancu.bus.enrichment.file;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.dancu.bus.enrichment.file.text.Tcvn3;

/**
 * A file as a source would send it, made of the text files of a case: {@code input.txt}, or {@code sheet.xml} and {@code texts.xml} of a
 * workbook, and what {@code case.properties} says to do with them.
 */
public final class DeliveredFile {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Path folder;
    private final Properties settings = new Properties();

    public DeliveredFile(Path folder) throws IOException {
        this.folder = folder;
        settings.load(new StringReader(Files.readString(folder.resolve("case.properties"))));
    }

    public String setting(String key, String otherwise) {
        return settings.getProperty(key, otherwise);
    }

    InputStream open() throws IOException {
        String endless = setting("endless", "");
        InputStream file = new ByteArrayInputStream(beginning());
        return endless.isEmpty() ? file : new SequenceInputStream(file, new Endless(endless));
    }

    /** The bytes; of a file without end as many as no reader of lines takes. */
    public byte[] bytes(int longest) throws IOException {
        return open().readNBytes(longest);
    }

    private byte[] beginning() throws IOException {
        byte[] plain = Files.exists(folder.resolve("sheet.xml")) ? workbook() : text();
        byte[] packed = packed(plain);
        int damaged = Integer.parseInt(setting("damage", "-1"));
        if (damaged >= 0) {
            packed[damaged] ^= 0x55;
        }
        int dropped = Integer.parseInt(setting("drop", "0"));
        return Arrays.copyOf(packed, packed.length - dropped);
    }

    private byte[] text() throws IOException {
        String text = Files.readString(folder.resolve("input.txt"));
        int times = Integer.parseInt(setting("repeatLastLine", "0"));
        String last = text.stripTrailing().substring(text.stripTrailing().lastIndexOf('\n') + 1);
        text += (last + "\n").repeat(times);
        if (setting("lastLine", "whole").equals("open")) {
            text = text.stripTrailing();
        }
        byte[] encoded = encoded(text, setting("written", "UTF-8"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String hex : setting("before", "").split(" ")) {
            if (!hex.isEmpty()) {
                bytes.write(Integer.parseInt(hex, 16));
            }
        }
        bytes.writeBytes(encoded);
        return bytes.toByteArray();
    }

    private static byte[] encoded(String text, String encoding) {
        return switch (encoding) {
            case "TCVN3" -> text.getBytes(new Tcvn3());
            case "windows-1258" -> windows1258(text);
            default -> text.getBytes(Charset.forName(encoding));
        };
    }

    /** The code page has some letters composed, and tones as marks after them. */
    private static byte[] windows1258(String text) {
        Charset charset = Charset.forName("windows-1258");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String tone = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String base =
                    Normalizer.normalize(apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
            bytes.writeBytes((base + tone).getBytes(charset));
        });
        return bytes.toByteArray();
    }

    private byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='" + RELATIONSHIPS + "'>" + setting("workbookPr", "")
                            + "<sheets><sheet name='Danh mục' sheetId='1' state='hidden' r:id='rId9'/>"
                            + "<sheet name='Danh sách' sheetId='2' r:id='rId1'/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Type='" + RELATIONSHIPS
                            + "/worksheet' Target='worksheets/sheet2.xml'/><Relationship Id='rId2' Type='"
                            + RELATIONSHIPS
                            + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            String rows = Files.readString(folder.resolve("sheet.xml"));
            put(
                    zip,
                    "xl/worksheets/sheet2.xml",
                    rows.replace("<pad/>", " ".repeat(Integer.parseInt(setting("padding", "0")))));
            put(zip, "xl/sharedStrings.xml", Files.readString(folder.resolve("texts.xml")));
        }
        return bytes.toByteArray();
    }

    private byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (setting("container", "none")) {
            case "gzip" -> {
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(plain);
                }
            }
            case "zstd" -> {
                try (OutputStream out = new ZstdOutputStream(bytes)) {
                    out.write(plain);
                }
            }
            case "zip" -> {
                try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                    zip.putNextEntry(new ZipEntry("danh-sach/"));
                    for (String name : setting("files", "danh-sach.csv").split(",")) {
                        zip.putNextEntry(new ZipEntry(name));
                        zip.write(plain);
                    }
                }
            }
            case "zip64-stream" -> streamed(bytes, plain);
            case "zip64-stored" -> stored(bytes, plain);
            default -> bytes.write(plain);
        }
        return bytes.toByteArray();
    }

    /** As programs write a ZIP to a pipe: a folder, then a file whose sum and 64-bit sizes stand behind it. */
    private static void streamed(ByteArrayOutputStream out, byte[] plain) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(plain);
        }
        CRC32 sum = new CRC32();
        sum.update(plain);
        ByteBuffer zip = ByteBuffer.allocate(deflated.size() + 400).order(ByteOrder.LITTLE_ENDIAN);
        local(zip, "a/", 0, 0);
        local(zip, "a/b.csv", 8, 8);
        zip.put(deflated.toByteArray());
        zip.putInt(0x08074b50).putInt((int) sum.getValue());
        zip.putLong(deflated.size()).putLong(plain.length);
        zip.putInt(0x02014b50);
        out.write(zip.array(), 0, zip.position() + 80);
    }

    /** A file that is not deflated and whose sizes have 64 bits, as of 4 GiB and more. */
    private static void stored(ByteArrayOutputStream out, byte[] plain) {
        CRC32 sum = new CRC32();
        sum.update(plain);
        ByteBuffer zip = ByteBuffer.allocate(plain.length + 400).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt((int) sum.getValue()).putInt(-1).putInt(-1);
        zip.putShort((short) 5).putShort((short) 29).put("b.csv".getBytes(StandardCharsets.US_ASCII));
        // Another extra field first: the time of the file.
        zip.putShort((short) 0x5455).putShort((short) 5).put((byte) 1).putInt(0);
        zip.putShort((short) 1).putShort((short) 16).putLong(plain.length).putLong(plain.length);
        zip.put(plain).putInt(0x02014b50);
        out.write(zip.array(), 0, zip.position() + 80);
    }

    private static void local(ByteBuffer zip, String name, int flags, int method) {
        zip.putInt(0x04034b50).putShort((short) 45).putShort((short) flags).putShort((short) method);
        zip.putInt(0).putInt(0).putInt(0).putInt(0);
        zip.putShort((short) name.length()).putShort((short) 0).put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Never ends; whoever wants it whole in memory runs out of it. */
    private static final class Endless extends InputStream {

        private final byte[] pattern;
        private long position;

        Endless(String pattern) {
            this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return pattern[(int) (position++ % pattern.length)];
        }
    }
}
