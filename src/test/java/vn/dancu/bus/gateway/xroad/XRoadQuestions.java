package vn.dancu.bus.gateway.xroad;

import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.SoapClient;

/** Messages of X-Road as clients write them. */
final class XRoadQuestions {

    static final String CLIENT = "000.00.00.H41";

    private XRoadQuestions() {}

    static String lookUp(Person person, String id, String subsystem, String representedParty) {
        return """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers">
                  <soapenv:Header>
                    <xrd:client id:objectType="SUBSYSTEM"><id:xRoadInstance>VN</id:xRoadInstance>
                      <id:memberClass>GOV</id:memberClass><id:memberCode>%s</id:memberCode>
                      <id:subsystemCode>%s</id:subsystemCode></xrd:client>
                    <xrd:service id:objectType="SERVICE"><id:xRoadInstance>VN</id:xRoadInstance>
                      <id:memberClass>GOV</id:memberClass><id:memberCode>000.00.00.G01</id:memberCode>
                      <id:subsystemCode>csdldc</id:subsystemCode><id:serviceCode>TraCuuThongTinCongDan</id:serviceCode>
                      <id:serviceVersion>v1</id:serviceVersion></xrd:service>
                    <xrd:userId>VN0000canbo01</xrd:userId>
                    <xrd:id>%s</xrd:id>
                    <xrd:issue>HS-2026-77</xrd:issue>
                    <xrd:protocolVersion>4.0</xrd:protocolVersion>
                    %s
                  </soapenv:Header>
                  <soapenv:Body>%s</soapenv:Body>
                </soapenv:Envelope>"""
                .formatted(CLIENT, subsystem, id, representedParty, body(person, id));
    }

    static String representing(String code) {
        return "<r:representedParty xmlns:r=\"http://x-road.eu/xsd/representation.xsd\"><r:partyClass>GOV</r:partyClass>"
                + "<r:partyCode>" + code + "</r:partyCode></r:representedParty>";
    }

    static String body(Person person, String id) {
        return "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + SoapClient.lookUpContent(person, id) + "</dan:TraCuuThongTinCongDan>";
    }
}
