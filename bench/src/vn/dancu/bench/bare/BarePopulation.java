package vn.dancu.bench.bare;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import java.time.Clock;
import java.util.GregorianCalendar;
import javax.xml.datatype.DatatypeFactory;
import vn.dancu.schema.citizen.v1.CongDan;
import vn.dancu.schema.citizen.v1.CongdanCollection;
import vn.dancu.schema.population.v1.CauHoi;

/** The one operation, written by hand. */
@WebService(
        name = "PopulationPort",
        portName = "PopulationPort",
        serviceName = "PopulationService",
        targetNamespace = BarePopulation.QUESTIONS)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class BarePopulation {

    static final String QUESTIONS = "http://dancuquocgia.bca";
    static final String ANSWERS = "http://www.mic.gov.vn/dancu/1.0";

    private final JdbcCitizens citizens;
    private final DatatypeFactory datatypes;
    private final Clock clock;

    BarePopulation(JdbcCitizens citizens, DatatypeFactory datatypes, Clock clock) {
        this.citizens = citizens;
        this.datatypes = datatypes;
        this.clock = clock;
    }

    @WebMethod(operationName = "TraCuuThongTinCongDan")
    @WebResult(name = "CongdanCollection", targetNamespace = ANSWERS, partName = "answer")
    public CongdanCollection find(
            @WebParam(name = "TraCuuThongTinCongDan", targetNamespace = QUESTIONS, partName = "request")
                    CauHoi question) {
        CongdanCollection answer = new CongdanCollection();
        CongDan citizen = citizens.find(question.getSoDinhDanh());
        if (citizen != null) {
            answer.getCongDan().add(citizen);
        }
        GregorianCalendar now = new GregorianCalendar();
        now.setTimeInMillis(clock.millis());
        answer.setThoiDiemDuLieu(datatypes.newXMLGregorianCalendar(now));
        answer.setSoCongDan(Integer.toString(answer.getCongDan().size()));
        answer.setId(question.getMaYeuCau());
        return answer;
    }
}
