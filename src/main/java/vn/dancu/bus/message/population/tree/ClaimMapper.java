package vn.dancu.bus.message.population.tree;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordField;

/** The values that a verifying question claims. */
final class ClaimMapper {

    private ClaimMapper() {}

    static Citizen read(PopulationOperation operation, Node node) {
        return switch (operation.kind()) {
            case CITIZEN, HOUSEHOLD -> CitizenQuery.NO_CLAIMS;
            case EXISTENCE -> second(node);
            case CLAIMS -> claimed(node);
        };
    }

    private static Citizen second(Node node) {
        String soCmnd = node.value("SoDinhDanh") == null ? null : node.value("SoCMND");
        return soCmnd == null ? CitizenQuery.NO_CLAIMS : CitizenQuery.secondNumber(soCmnd);
    }

    private static Citizen claimed(Node question) {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        for (RecordField<Citizen, ?> field : CitizenFields.CLAIMABLE) {
            values.set(field, claim(question, field));
        }
        Citizen claims = CitizenFields.CITIZEN.record(values);
        if (claims.equals(CitizenQuery.NO_CLAIMS)) {
            throw FieldRefusals.missing(
                    CitizenFields.GIOI_TINH.element(),
                    "at least one value to verify is required; XacThucThongTinCongDan asks without one");
        }
        return claims;
    }

    private static @Nullable Object claim(Node question, RecordField<Citizen, ?> field) {
        String name = element(field);
        String text = question.value(name);
        return switch (field.kind()) {
            case ADDRESS -> QuestionPersonMapper.address(question, name);
            case PERSON -> QuestionPersonMapper.related(question, name);
            case CODED -> text == null ? null : new NamedCode(twoDigits(text), null);
            case STATUS -> text == null ? null : CitizenStatus.byCode(text);
            default -> text;
        };
    }

    static void write(CitizenQuery query, Elements question) {
        if (query.operation().kind() == PopulationOperation.Kind.CLAIMS) {
            FieldValues<Citizen> claims = CitizenFields.CITIZEN.values(query.claims());
            CitizenFields.CLAIMABLE.forEach(field -> write(question, element(field), claims.get(field)));
        }
    }

    private static void write(Elements question, String name, @Nullable Object value) {
        if (value instanceof Address address) {
            question.add(QuestionPersonMapper.address(name, address));
        } else if (value instanceof RelatedPerson person) {
            question.add(QuestionPersonMapper.related(name, person));
        } else if (value instanceof NamedCode coded) {
            question.add(name, coded.code());
        } else if (value instanceof CitizenStatus status) {
            question.add(name, status.code());
        } else {
            question.add(name, (String) value);
        }
    }

    // A question names the representative by the role that is verified.
    private static String element(RecordField<Citizen, ?> field) {
        return field == CitizenFields.NGUOI_DAI_DIEN ? "NguoiGiamHo" : field.element();
    }

    // Codes travel padded and unpadded; the register holds two digits.
    private static String twoDigits(String code) {
        return code.length() == 1 ? "0" + code : code;
    }
}
