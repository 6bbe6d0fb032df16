#!/usr/bin/env bash
# Đề nghị một danh sách qua SOAP, chờ, tải tệp đã mã hóa và mở bằng khóa riêng của hệ thống.
# Orders a list over SOAP, waits, fetches the encrypted file and opens it with the private key of the partner.
#   list-by-soap.sh [address] [province]      needs curl, openssl, gpg; DANCU_LIST_KEY: the private key, by default that of the sandbox
set -euo pipefail
address=${1:-http://127.0.0.1:8080}
province=${2:-01}
partner=h41-lgsp
secret=${DANCU_SECRET:-sandbox-h41}
key=${DANCU_LIST_KEY:-$(dirname "$0")/../../target/sandbox/lists/h41-lgsp.secret.asc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One header for each message: the same header with the same body is answered once.
ask() { # operation, elements
  local at digest
  at=$(date +%s%3N)
  digest=$(printf %s "/soap/population/v1$partner$at$secret" | openssl dgst -sha256 -r | cut -d' ' -f1)
  curl -sS "$address/soap/list/v1" -u "$partner:$digest" -H "Timestamp: $at" -H 'Content-Type: text/xml; charset=utf-8' --data-binary @- <<XML
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><$1 xmlns="urn:dancu:list:v1">$2</$1></s:Body></s:Envelope>
XML
}
value() { sed -n "s:.*<$1>\([^<]*\)</$1>.*:\1:p"; }

answer=$(ask CungCapDanhSachTheoDiaPhuong "<MaYeuCau>mau-$(date +%s%N)</MaYeuCau><MaCanBo>canbo01</MaCanBo><Truong>SoDinhDanh HoVaTen</Truong><MaTinhThanh>$province</MaTinhThanh><DinhDang>csv</DinhDang>")
id=$(value Id <<<"$answer")
[ -n "$id" ] || { echo "$answer" >&2; exit 1; }
echo "MaYeuCau -> $id"

state=waiting
until [ "$state" = ready ]; do
  sleep 1
  status=$(ask GetRequestStatus "<Id>$id</Id>")
  state=$(value TrangThai <<<"$status")
  echo "$state $(value SoNguoi <<<"$status")"
  case $state in waiting | running | drawn | ready) ;; *) echo "$status" >&2; exit 1 ;; esac
done

parts=$(value SoPhan <<<"$status")
for part in $(seq 1 "$parts"); do
  ask GetResultDetailAsFile "<Id>$id</Id><Phan>$part</Phan>" | value NoiDung | openssl base64 -d -A >>"$work/list.csv.pgp"
done
[ "$(openssl dgst -sha256 -r "$work/list.csv.pgp" | cut -d' ' -f1)" = "$(value Sha256 <<<"$status")" ] || { echo "Sha256?" >&2; exit 1; }

mkdir -m 700 "$work/keys"
gpg --homedir "$work/keys" --batch --quiet --import "$key"
gpg --homedir "$work/keys" --batch --quiet --decrypt "$work/list.csv.pgp" | sed -n 1,5p
gpgconf --homedir "$work/keys" --kill gpg-agent
ask GetRequestHistory "<Id>$id</Id>" | sed 's:<SuKien>:\n&:g' | sed -n 's:.*<ThoiDiem>\(.*\)</ThoiDiem><NoiDung>\(.*\)</NoiDung>.*:\1 \2:p'
