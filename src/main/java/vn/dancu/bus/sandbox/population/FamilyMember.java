package vn.dancu.bus.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Life;

/** A member of a family that is being made up. Only {@link FamilyTree} changes it. */
final class FamilyMember {

    final int index;
    final Identity identity;
    final String ethnicity;
    final String religion;
    final List<FamilyMember> children = new ArrayList<>();

    @Nullable
    FamilyMember father;

    @Nullable
    FamilyMember mother;

    @Nullable
    FamilyMember spouse;

    @Nullable
    FamilyHousehold household;

    String maritalStatus = "1";
    Life life = new Life(CitizenStatus.ALIVE, null);

    FamilyMember(int index, Identity identity, String ethnicity, String religion) {
        this.index = index;
        this.identity = identity;
        this.ethnicity = ethnicity;
        this.religion = religion;
    }

    long id() {
        return index + 1L;
    }

    int birthYear() {
        return identity.birthDate().year();
    }

    int age() {
        return FamilyTree.TODAY.getYear() - birthYear();
    }

    boolean isAlive() {
        return life.status() == CitizenStatus.ALIVE;
    }

    void marry(FamilyMember other) {
        spouse = other;
        other.spouse = this;
        maritalStatus = "2";
        other.maritalStatus = "2";
    }

    void die(LocalDate day) {
        life = new Life(CitizenStatus.DECEASED, day);
        if (spouse != null) {
            spouse.maritalStatus = "3";
            spouse.spouse = null;
        }
    }

    void goMissing(LocalDate day) {
        life = new Life(CitizenStatus.MISSING, day);
    }
}
