package vn.dancu.bus.message.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.Group;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.dancu.bus.message.Version;

/** The properties of every family. */
class LosslessTest {

    @BeforeContainer
    static void beginReport() {
        Report.begin();
    }

    @Example
    void holdForEveryFamily() {
        assertThat(LosslessTest.class.getDeclaredClasses())
                .allMatch(FamilyProperties.class::isAssignableFrom)
                .hasSameSizeAs(Version.values());
    }

    @Group
    class Population extends FamilyProperties {
        Population() {
            super(Version.POPULATION_V1);
        }
    }

    @Group
    class Citizen extends FamilyProperties {
        Citizen() {
            super(Version.QCVN_109_V1);
        }
    }

    @Group
    class CitizenLive extends FamilyProperties {
        CitizenLive() {
            super(Version.LIVE_V1);
        }
    }

    @Group
    class Edxml extends FamilyProperties {
        Edxml() {
            super(Version.EDXML_V1);
        }
    }

    @Group
    class Edoc extends FamilyProperties {
        Edoc() {
            super(Version.EDOC_V1);
        }
    }

    @Group
    class Xroad extends FamilyProperties {
        Xroad() {
            super(Version.XROAD_V1);
        }
    }

    @Group
    class Vxp extends FamilyProperties {
        Vxp() {
            super(Version.VXP_V1);
        }
    }

    @Group
    class Ngsp extends FamilyProperties {
        Ngsp() {
            super(Version.NGSP_V1);
        }
    }

    @Group
    class Dvcqg extends FamilyProperties {
        Dvcqg() {
            super(Version.DVCQG_V1);
        }
    }

    @Group
    class Hub extends FamilyProperties {
        Hub() {
            super(Version.HUB_V1);
        }
    }

    @Group
    class Gtel extends FamilyProperties {
        Gtel() {
            super(Version.GTEL_V1);
        }
    }

    @Group
    class ChangeFeed extends FamilyProperties {
        ChangeFeed() {
            super(Version.CHANGE_FEED_V1);
        }
    }
}
