"""Tra cứu một công dân qua SOAP với zeep / look up one citizen over SOAP with zeep.

python3 lookup.py http://127.0.0.1:8080/soap/population/v1 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.
"""
import hashlib
import os
import sys
import time
import uuid
from urllib.parse import urlsplit

import requests
import zeep
from requests.auth import AuthBase, HTTPBasicAuth


class SignIn(AuthBase):
    """Ký mỗi yêu cầu: digest = sha256hex(path + user + timestamp + secret) / signs each request."""

    def __init__(self, user, secret):
        self.user = user
        self.secret = secret

    def __call__(self, request):
        moment = str(int(time.time() * 1000))
        text = urlsplit(request.url).path + self.user + moment + self.secret
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        request.headers["Timestamp"] = moment
        return HTTPBasicAuth(self.user, digest)(request)


def main(address, number, name, born):
    session = requests.Session()
    session.auth = SignIn(os.environ["DANCU_USER"], os.environ["DANCU_SECRET"])
    client = zeep.Client(address + "?wsdl", transport=zeep.Transport(session=session, operation_timeout=30))
    service = client.create_service("{http://dancuquocgia.bca}PopulationBinding", address)
    try:
        answer = service.TraCuuThongTinCongDan(
            MaYeuCau=str(uuid.uuid4()),
            MaDVC="1.001193",
            MaTichHop="037",
            MaCanBo="canbo01",
            SoDinhDanh=number,
            HoVaTen=name,
            NgayThangNamSinh={"NgayThangNam": born},
        )
    except zeep.exceptions.Fault as refused:
        loi = {child.tag.rpartition("}")[2]: child.text for child in refused.detail.iter()}
        print(f"{loi['Ma']}: {loi['ThongDiep']} {loi['ThongDiepTiengAnh']}")
        return
    for person in answer.CongDan:
        print(person.SoDinhDanh, person.HoVaTen.Ten)


if __name__ == "__main__":
    main(*sys.argv[1:5])
