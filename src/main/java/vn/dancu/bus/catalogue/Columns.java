package vn.dancu.bus.catalogue;

import vn.dancu.bus.catalogue.Catalogue.Property;

/** The properties that records are made of. */
final class Columns {

    static final Property CODE = new Property("Ma", "Mã", "string");
    static final Property NAME = new Property("Ten", "Tên", "string");
    static final Property NAME_EN = new Property("TenTiengAnh", "Tên tiếng Anh", "string");
    static final Property OTHER_NAMES = new Property("TenGoiKhac", "Tên gọi khác", "string");
    static final Property KIND = new Property("LoaiDonVi", "Loại đơn vị hành chính", "string");
    static final Property PROVINCE = new Property("MaTinhThanh", "Mã tỉnh, thành phố", "string");
    static final Property DISTRICT = new Property("MaQuanHuyen", "Mã quận, huyện", "string");
    static final Property SCHEME = new Property("HeMa", "Hệ mã", "string");
    static final Property VALID_FROM = new Property("HieuLucTu", "Có hiệu lực từ ngày", "date");
    static final Property VALID_TO = new Property("HieuLucDen", "Có hiệu lực đến hết ngày", "date");

    private Columns() {}
}
