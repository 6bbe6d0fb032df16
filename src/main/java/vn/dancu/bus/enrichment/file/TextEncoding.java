package vn.dancu.bus.enrichment.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.dancu.bus.enrichment.file.text.Tcvn3;

/** The encodings of text that files of Vietnamese authorities have. */
public enum TextEncoding {
    UTF_8("UTF-8"),
    /** The byte order mark says which of the two orders. */
    UTF_16("UTF-16"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    /** Base letters with combining tone marks. */
    WINDOWS_1258("windows-1258"),
    /** TCVN 5712:1993, the form VN3 of the fonts .VnTime: one byte a letter; capitals of its capital fonts read as small letters. */
    TCVN3("TCVN3");

    private final String code;

    TextEncoding(String code) {
        this.code = code;
    }

    /** As declarations and refusals name it. */
    public String code() {
        return code;
    }

    /** By which text is written; UTF-16 with a byte order mark. */
    public Charset charset() {
        return this == TCVN3 ? new Tcvn3() : Charset.forName(code);
    }

    /** The encoding of a declaration, whatever its case. */
    public static Optional<TextEncoding> of(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.code.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
