package vn.dancu.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenMessages;
import vn.dancu.bus.message.population.CitizenShape;

/** Documents of about a given size: collections of one synthetic citizen, over and over. */
final class Collections {

    private static final int SMALL = 2048;

    private Collections() {}

    /** The document in XML, in the official shape, without white space between elements. */
    static byte[] xml(MessageContext context, int bytes) {
        CitizenMessages citizens = context.citizens(CitizenShape.OFFICIAL);
        Citizen whole = Samples.citizen();
        Citizen citizen = bytes < SMALL
                ? whole.only(Set.of(
                        CitizenFields.SO_DINH_DANH.path(),
                        CitizenFields.HO_VA_TEN.path(),
                        CitizenFields.GIOI_TINH.path(),
                        CitizenFields.DAN_TOC.path(),
                        CitizenFields.NGAY_THANG_NAM_SINH.path(),
                        CitizenFields.QUE_QUAN.path(),
                        CitizenFields.THUONG_TRU.path()))
                : whole;
        Node element = citizens.element(citizen);
        int each = document(context, List.of(element, element)).length - document(context, List.of(element)).length;
        List<Node> elements = new ArrayList<>();
        for (int written = 0; written < bytes || elements.isEmpty(); written += each) {
            elements.add(element);
        }
        return document(context, elements);
    }

    private static byte[] document(MessageContext context, List<Node> citizens) {
        Node root = Node.of("CongdanCollection", citizens)
                .with(List.of(
                        new Attribute("", "GhiChu", "found"),
                        new Attribute("", "ThoiDiemDuLieu", "2026-11-24T01:02:03Z"),
                        new Attribute("", "SoCongDan", String.valueOf(citizens.size()))));
        return context.xml(Version.QCVN_109_V1).write(context.message(Version.QCVN_109_V1, root));
    }
}
