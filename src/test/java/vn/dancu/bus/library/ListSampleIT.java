package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.sandbox.listing.OpenPgpPair;

/** A list ordered over SOAP, fetched and opened by the script of the samples. */
class ListSampleIT {

    private static final RunningBus BUS = RunningBus.shared();

    @Test
    void ordersFetchesAndOpensAList(@TempDir Path folder) throws Exception {
        assumeThat(ChildProgram.works("bash", "-c", "command -v curl openssl gpg gpgconf && date +%s%3N"))
                .as("bash, curl, openssl, gpg and GNU date are not on this machine")
                .isTrue();
        String province = BUS.jdbc()
                .sql(
                        "select permanent_province from register.citizen where state = 'ALIVE' and permanent_province < '97'"
                                + " group by 1 having count(*) > 5 order by count(*) limit 1")
                .query(String.class)
                .single();

        String printed = new ChildProgram(
                        List.of(
                                "bash",
                                Path.of("samples/lists/list-by-soap.sh")
                                        .toAbsolutePath()
                                        .toString()),
                        Map.of(
                                "DANCU_LIST_KEY",
                                BUS.bean(OpenPgpPair.class).secretKey().toString()))
                .run(folder, "http://127.0.0.1:" + BUS.ports().http(), province);

        List<String> lines = printed.lines().toList();
        assertThat(lines.get(0)).startsWith("MaYeuCau -> ");
        assertThat(lines).anyMatch(line -> line.matches("ready [1-9][0-9]*"));
        assertThat(lines).contains("SoDinhDanh,HoVaTen/Ho,HoVaTen/ChuDem,HoVaTen/Ten");
        assertThat(lines.get(lines.size() - 1)).as("of the history").endsWith(" downloaded");
    }
}
