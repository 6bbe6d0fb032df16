package vn.dancu.bus.gateway.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.jws.soap.SOAPBinding.ParameterStyle;
import vn.dancu.bus.message.population.CitizenQuery;

/**
 * The port of {@code schemas/population/v1/population.wsdl}, as CXF wants to see it: every operation reads one question
 * and answers with bytes that are the answer element already.
 */
@WebService(name = "PopulationPort", targetNamespace = PopulationPort.REQUEST)
@SOAPBinding(parameterStyle = ParameterStyle.BARE)
public interface PopulationPort {

    String REQUEST = "http://dancuquocgia.bca";
    String ANSWER = "http://www.mic.gov.vn/dancu/1.0";
    String COLLECTION = "CongdanCollection";
    String CHECKED = "KetQuaXacMinh";

    @WebMethod(operationName = "TraCuuThongTinCongDan")
    @WebResult(name = COLLECTION, targetNamespace = ANSWER, partName = "answer")
    byte[] traCuuThongTinCongDan(
            @WebParam(name = "TraCuuThongTinCongDan", targetNamespace = REQUEST, partName = "request") CitizenQuery q);

    @WebMethod(operationName = "CungCapThongTinCongDan")
    @WebResult(name = COLLECTION, targetNamespace = ANSWER, partName = "answer")
    byte[] cungCapThongTinCongDan(
            @WebParam(name = "CungCapThongTinCongDan", targetNamespace = REQUEST, partName = "request") CitizenQuery q);

    @WebMethod(operationName = "CungCapThongTinNhomMau")
    @WebResult(name = COLLECTION, targetNamespace = ANSWER, partName = "answer")
    byte[] cungCapThongTinNhomMau(
            @WebParam(name = "CungCapThongTinNhomMau", targetNamespace = REQUEST, partName = "request") CitizenQuery q);

    @WebMethod(operationName = "CungCapThongTinHoGiaDinh")
    @WebResult(name = "HoGiaDinh", targetNamespace = ANSWER, partName = "answer")
    byte[] cungCapThongTinHoGiaDinh(
            @WebParam(name = "CungCapThongTinHoGiaDinh", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);

    @WebMethod(operationName = "XacThucThongTinCongDan")
    @WebResult(name = "KetQuaXacThucResponse", targetNamespace = ANSWER, partName = "answer")
    byte[] xacThucThongTinCongDan(
            @WebParam(name = "XacThucThongTinCongDan", targetNamespace = REQUEST, partName = "request") CitizenQuery q);

    @WebMethod(operationName = "XacMinhThongTinNhanThan")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhThongTinNhanThan(
            @WebParam(name = "XacMinhThongTinNhanThan", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);

    @WebMethod(operationName = "XacMinhThongTinNguoiGiamHo")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhThongTinNguoiGiamHo(
            @WebParam(name = "XacMinhThongTinNguoiGiamHo", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);

    @WebMethod(operationName = "XacMinhThongTinChuHo")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhThongTinChuHo(
            @WebParam(name = "XacMinhThongTinChuHo", targetNamespace = REQUEST, partName = "request") CitizenQuery q);

    @WebMethod(operationName = "XacMinhThongTinNoiOHienTai")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhThongTinNoiOHienTai(
            @WebParam(name = "XacMinhThongTinNoiOHienTai", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);

    @WebMethod(operationName = "XacMinhTinhTrangHonNhan")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhTinhTrangHonNhan(
            @WebParam(name = "XacMinhTinhTrangHonNhan", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);

    @WebMethod(operationName = "XacMinhTinhTrangChetMatTich")
    @WebResult(name = CHECKED, targetNamespace = ANSWER, partName = "answer")
    byte[] xacMinhTinhTrangChetMatTich(
            @WebParam(name = "XacMinhTinhTrangChetMatTich", targetNamespace = REQUEST, partName = "request")
                    CitizenQuery q);
}
