#!/usr/bin/env python3
"""Theo dõi một người và in từng thay đổi: điều gì đã đổi, không bao giờ đổi thành gì. Chỉ dùng thư viện chuẩn.
Follows one person and prints each change: what changed, never to what. Standard library alone.

    follow.py [so-dinh-danh ho-va-ten ngay-sinh]      without a person: a synthetic one of the sandbox

DANCU_URL (http://127.0.0.1:8080), DANCU_USER (h41-lgsp), DANCU_SECRET (sandbox-h41); DANCU_CURSOR: the file that
keeps where it has read to, so that it goes on there (follow.cursor); DANCU_EVENTS: ends after so many events of the person.
"""

import base64
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

BUS = os.environ.get("DANCU_URL", "http://127.0.0.1:8080")
USER = os.environ.get("DANCU_USER", "h41-lgsp")
SECRET = os.environ.get("DANCU_SECRET", "sandbox-h41")
CURSOR = os.environ.get("DANCU_CURSOR", "follow.cursor")
EVENTS = int(os.environ.get("DANCU_EVENTS", "0"))
KINDS = {
    "followed": "bắt đầu theo dõi",
    "created": "được cấp số",
    "changed": "thông tin thay đổi",
    "moved": "nơi ở thay đổi",
    "card-changed": "thẻ căn cước thay đổi",
    "deceased": "đã chết",
    "missing": "mất tích",
    "replaced": "được cấp số khác",
    "cancelled": "số bị hủy",
}


def call(method, path, body=None, headers=None):
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(BUS + path, data, {"Content-Type": "application/json", **(headers or {})}, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def sign_in():
    basic = base64.b64encode(f"{USER}:{SECRET}".encode()).decode()
    headers = {"Authorization": "Basic " + basic, "Content-Type": "application/x-www-form-urlencoded"}
    token = call("POST", "/oauth2/token", b"grant_type=client_credentials", headers)
    return {"Authorization": "Bearer " + token["access_token"]}


def read_cursor():
    try:
        with open(CURSOR, encoding="ascii") as file:
            return file.read().strip()
    except FileNotFoundError:
        return ""


def keep(cursor):
    """Beside the old one first: a cursor that is cut in half would be none."""
    with open(CURSOR + ".new", "w", encoding="ascii") as file:
        file.write(cursor)
    os.replace(CURSOR + ".new", CURSOR)


def person():
    if len(sys.argv) == 4:
        return dict(zip(("soDinhDanh", "hoVaTen", "ngaySinh"), sys.argv[1:]))
    some = next(one for one in call("GET", "/sandbox/citizens?limit=200") if len(one["ngaySinh"]) == 10)
    return {key: some[key] for key in ("soDinhDanh", "hoVaTen", "ngaySinh")}


def main():
    token = sign_in()
    order = {"maCanBo": "canbo01", "maDVC": "1.001193", "lyDo": "Theo dõi thử", "suKienDau": True, "nguoi": [person()]}
    followed = call("PUT", "/api/v1/follows", order, token)["nguoi"][0]
    if followed["trangThai"] != "followed":
        sys.exit(followed["trangThai"])
    names = {followed["maNguoi"]}
    print("maNguoi", followed["maNguoi"], flush=True)
    cursor, seen = read_cursor(), 0
    while True:
        try:
            page = call("GET", "/api/v1/changes?limit=1000" + ("&after=" + urllib.parse.quote(cursor) if cursor else ""), headers=token)
        except urllib.error.HTTPError as refused:
            if refused.code == 401:
                token = sign_in()
                continue
            if refused.code == 410:
                keep(cursor := "")
                continue
            raise
        for event in page["suKien"]:
            data = event["data"]
            if event["subject"] not in names:
                continue
            if "successor" in data:
                names.add(data["successor"])
            print(data["sequence"], data["changedAt"], KINDS.get(data["kind"], data["kind"]), *data.get("fields", []), flush=True)
            seen += 1
        keep(cursor := page["tiepTheo"])
        if 0 < EVENTS <= seen:
            return
        if not page["conNua"]:
            time.sleep(0.5)


if __name__ == "__main__":
    main()
