package vn.dancu.bus.document.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RunningBus;

/** The bus reads the directory by itself. */
class AgencyDirectoryStartIT {

    @Test
    void knowsTheAgenciesOfTheAxisSoonAfterTheStart() {
        AgencyDirectory directory = RunningBus.shared().bean(AgencyDirectory.class);

        await().until(() -> directory.size() > 200);
        assertThat(directory.find("000.00.00.G22")).map(AgencyEntry::name).contains("Văn phòng Chính phủ");
    }
}
