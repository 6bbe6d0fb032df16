package vn.dancu.bench.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/** Callers that append records like those of a signed SOAP look-up, each waiting until its record is durable. */
final class Appending {

    private static final Set<FieldPath> RELEASED = Arrays.stream(
                    ("SoDinhDanh SoCMND HoVaTen GioiTinh DanToc TonGiao TinhTrangHonNhan NhomMau NgayThangNamSinh"
                                    + " QueQuan QuocTich ThuongTru NoiOHienTai Cha Me VoChong NguoiDaiDien ChuHo SoHoKhau")
                            .split(" "))
            .map(FieldPath::of)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private final AuditTrail trail;

    Appending(AuditTrail trail) {
        this.trail = trail;
    }

    Callers.Result load(int callers, Duration time) {
        return Callers.run(callers, time, () -> {
            // Never the same twice: a once-key that was used before is not written again.
            Random random = new Random();
            return () -> {
                if (trail.append(record(random)) != Receipt.RECORDED) {
                    throw new IllegalStateException("Every record of the bench is a new one");
                }
            };
        });
    }

    private static AuditRecord record(Random random) {
        Instant now = java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        byte[] onceKey = new byte[32];
        random.nextBytes(onceKey);
        AuditRecord.Trace trace = new AuditRecord.Trace(
                null, null, null, null, "10.20.30.40", now.minusMillis(3), now.minusMillis(1), null);
        return new AuditRecord(
                new UUID(random.nextLong(), random.nextLong()),
                new AuditRecord.Who(
                        "partner-" + random.nextInt(40),
                        "canbo" + random.nextInt(200),
                        "1.001193",
                        new Purpose("giai-quyet-tthc")),
                new AuditRecord.What(new ServiceCode("TraCuuThongTinCongDan"), RELEASED, Set.of(), 7, "ab".repeat(32)),
                PersonalId.soDinhDanh(String.format("999%09d", random.nextInt(1_000_000))),
                new AuditRecord.How(
                        "soap",
                        "H41-20261124-" + random.nextInt(1_000_000),
                        1024,
                        1900,
                        now.minusMillis(4),
                        now,
                        trace),
                "found",
                null,
                onceKey);
    }
}
