package vn.dancu.bus.gateway.xroad;

import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPHeader;
import jakarta.xml.soap.SOAPMessage;
import javax.xml.namespace.QName;
import vn.dancu.bus.fixtures.Person;

/** Questions of X-Road that SAAJ makes. */
final class SaajQuestions {

    static final String XRD = "http://x-road.eu/xsd/xroad.xsd";

    private static final String ID = "http://x-road.eu/xsd/identifiers";
    static final String DAN = "http://dancuquocgia.bca";

    static SOAPMessage message(Person person, String id, String service) throws SOAPException {
        SOAPMessage message = MessageFactory.newInstance().createMessage();
        SOAPHeader header = message.getSOAPHeader();
        SOAPElement client = header.addChildElement("client", "xrd", XRD);
        client.addAttribute(new QName(ID, "objectType", "id"), "SUBSYSTEM");
        codes(client, "VN", "GOV", XRoadQuestions.CLIENT, "lgsp-nghean");
        SOAPElement asked = header.addChildElement("service", "xrd", XRD);
        asked.addAttribute(new QName(ID, "objectType", "id"), "SERVICE");
        codes(asked, "VN", "GOV", "000.00.00.G01", "csdldc");
        asked.addChildElement("serviceCode", "id", ID).setTextContent(service);
        header.addChildElement("userId", "xrd", XRD).setTextContent("VN0000canbo01");
        header.addChildElement("id", "xrd", XRD).setTextContent(id);
        header.addChildElement("protocolVersion", "xrd", XRD).setTextContent("4.0");
        SOAPBody body = message.getSOAPBody();
        if (service.equals("getWsdl")) {
            SOAPElement meta = body.addChildElement("getWsdl", "xrd", XRD);
            meta.addChildElement("serviceCode", "xrd", XRD).setTextContent("TraCuuThongTinCongDan");
            return message;
        }
        SOAPElement question = body.addChildElement(service, "dan", DAN);
        question.addChildElement("MaYeuCau", "dan").setTextContent(id);
        question.addChildElement("MaDVC", "dan").setTextContent("1.001193");
        question.addChildElement("MaTichHop", "dan").setTextContent("037");
        question.addChildElement("MaCanBo", "dan").setTextContent("canbo01");
        question.addChildElement("SoDinhDanh", "dan").setTextContent(person.soDinhDanh());
        question.addChildElement("HoVaTen", "dan").setTextContent(person.folded());
        question.addChildElement("NgayThangNamSinh", "dan")
                .addChildElement(person.hasFullBirthDate() ? "NgayThangNam" : "Nam", "dan")
                .setTextContent(person.compactBirthDate());
        return message;
    }

    private static void codes(SOAPElement of, String instance, String memberClass, String member, String subsystem)
            throws SOAPException {
        of.addChildElement("xRoadInstance", "id", ID).setTextContent(instance);
        of.addChildElement("memberClass", "id", ID).setTextContent(memberClass);
        of.addChildElement("memberCode", "id", ID).setTextContent(member);
        of.addChildElement("subsystemCode", "id", ID).setTextContent(subsystem);
    }

    private SaajQuestions() {}
}
