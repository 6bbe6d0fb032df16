package vn.dancu.bus.desk.inspection;

/** The kinds of file that are taken away. */
enum FileKind {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSONL("jsonl", "application/jsonl");

    private final String ending;
    private final String mediaType;

    FileKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }
}
