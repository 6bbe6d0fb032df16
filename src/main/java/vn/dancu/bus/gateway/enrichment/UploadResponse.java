package vn.dancu.bus.gateway.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.intake.FileUpload;

/** An upload as it stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadResponse(
        UUID id,
        @JsonProperty("nguon") String source,
        @JsonProperty("trangThai") String state,
        @JsonProperty("doDai") long length,
        @JsonProperty("daNhan") long received,
        @JsonProperty("congViec") @Nullable UUID job,
        @JsonProperty("daCo") @Nullable Boolean isRepeated,
        @JsonProperty("maLoi") @Nullable String fault,
        @JsonProperty("quyTac") @Nullable String rule,
        @JsonProperty("thoiDiemThayDoi") Instant changedAt) {

    static UploadResponse of(FileUpload upload) {
        FileUpload.Fault refusal = upload.refusal();
        return new UploadResponse(
                upload.id(),
                upload.source().value(),
                upload.state().code(),
                upload.length(),
                upload.received(),
                upload.job(),
                upload.job() == null ? null : upload.isRepeated(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.rule(),
                upload.changedAt());
    }
}
