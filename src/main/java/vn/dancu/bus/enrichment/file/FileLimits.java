package vn.dancu.bus.enrichment.file;

/**
 * How much of a file is read.
 *
 * @param unpackedBytes most bytes of the data of a container
 * @param ratio most unpacked bytes for each packed byte, once a MiB is unpacked
 * @param recordLength most characters of a line, of a record and of a value
 * @param columns most columns of a header
 * @param workbookBytes most bytes of a workbook, which is held in memory, and most characters of its texts together
 */
public record FileLimits(long unpackedBytes, int ratio, int recordLength, int columns, int workbookBytes) {

    public FileLimits {
        if (unpackedBytes < 1 || ratio < 1 || recordLength < 1 || columns < 1 || workbookBytes < 1) {
            throw new IllegalArgumentException("Each limit of files is at least 1");
        }
    }
}
