#!/usr/bin/env bash
# Ai đã xem dữ liệu của tôi: hỏi về một người giả lập bằng SOAP, REST, văn bản, danh sách và một lần xem của thanh tra, rồi đăng nhập như
# người đó và in nhật ký. / Who looked me up: asks about one synthetic person by SOAP, REST, a document, a list and an inspector's look, then signs
# in as that person and prints the log. Against a sandbox; needs curl, openssl, GNU date.
#   who-looked.sh [so-dinh-danh]
set -euo pipefail
bus=${DANCU_URL:-http://127.0.0.1:8080} axis=${DANCU_AXIS:-http://127.0.0.1:8090} issuer=${DANCU_ISSUER:-http://127.0.0.1:8091}
export LC_ALL=C.UTF-8 TZ=Asia/Ho_Chi_Minh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
of() { sed -nE 's/.*"'"$1"'" *: *"([^"]*)".*/\1/p' | head -1; }
some() { openssl rand -hex 16; }

person=$(curl -s "$bus/sandbox/citizens?limit=200" | sed 's/}, *{/}\n{/g' | grep -E '"ngaySinh" *: *"[0-9]{4}-[0-9]{2}-[0-9]{2}"' | grep -- "${1:-}" | tail -1)
number=$(of soDinhDanh <<<"$person") name=$(of hoVaTen <<<"$person") born=$(of ngaySinh <<<"$person")
question='"maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"'$number'","hoVaTen":"'$name'","ngaySinh":"'$born'"'
token() { curl -s -u "$1" -d grant_type=client_credentials "$bus/oauth2/token" | of access_token; }
portal=$(token g22-portal:sandbox-g22)

# The citizen signs in at the mock issuer of the portal's accounts (OpenID Connect, code and PKCE).
back=$bus/sandbox/citizen/signed-in/portal nonce=$(some) verifier=$(some)$(some)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d =)
browser() { curl -s -b "$work/cookies" -c "$work/cookies" "$@"; }
csrf=$(browser -L -G "$issuer/oauth2/authorize" -d response_type=code -d client_id=cong-dvc-sandbox -d scope=openid -d state=s1 \
  -d "nonce=$nonce" -d "code_challenge=$challenge" -d code_challenge_method=S256 -d acr_values=LoA1 --data-urlencode "redirect_uri=$back" |
  sed -nE 's/.*name="_csrf" value="([^"]*)".*/\1/p' | head -1)
again=$(browser -o "$work/page" -w '%{redirect_url}' "$issuer/sign-in" --data-urlencode "_csrf=$csrf" -d "number=$number" -d agreement=AGREES -d level=2 -d kind=1)
code=$(browser -o "$work/page" -w '%{redirect_url}' "$again" | sed -E 's/.*[?&]code=([^&]*).*/\1/')
citizen=$(curl -s -u cong-dvc-sandbox:sandbox-cong-dvc "$issuer/oauth2/token" -d grant_type=authorization_code --data-urlencode "code=$code" \
  --data-urlencode "redirect_uri=$back" -d "code_verifier=$verifier" | of id_token)
log() {
  curl -s "$bus/api/v1/me/access-log?own=false" -H "Authorization: Bearer $portal" -H "DanCu-Citizen-Token: $citizen" -H "DanCu-Citizen-Nonce: $nonce"
}
uses() { log | { grep -o '"maSuKien"' || true; } | wc -l; }
before=$(uses)

# SOAP: a province.
path=/soap/population/v1 time=$(date +%s)
digest=$(printf %s "${path}h41-lgsp${time}sandbox-h41" | sha256sum | cut -d' ' -f1)
curl -s -o "$work/soap" "$bus$path" -u "h41-lgsp:$digest" -H "Timestamp: $time" -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: ""' -d @- <<XML
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="http://dancuquocgia.bca"><soapenv:Body>
<dan:TraCuuThongTinCongDan><dan:MaYeuCau>nhat-ky-$(some)</dan:MaYeuCau><dan:MaDVC>1.001193</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop><dan:MaCanBo>canbo01</dan:MaCanBo>
<dan:SoDinhDanh>$number</dan:SoDinhDanh><dan:HoVaTen>$name</dan:HoVaTen><dan:NgayThangNamSinh><dan:NgayThangNam>${born//-/}</dan:NgayThangNam></dan:NgayThangNamSinh>
</dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>
XML

# REST: the portal. The answer names its event, at which an inspector looks afterwards.
event=$(curl -s -o "$work/rest" -D - "$bus/api/v1/citizens/lookup" -H "Authorization: Bearer $portal" -H 'Content-Type: application/json' \
  -d '{"maYeuCau":"nhat-ky-'"$(some)"'",'"$question"'}' | tr -d '\r' | sed -nE 's/^DanCu-Event-Id: (.*)/\1/Ip')
curl -s -o "$work/look" -u khanh.thanhtra:sandbox-khanh "$bus/api/v1/admin/audit/look" -H 'Content-Type: application/json' \
  -d '{"event":"'"$event"'","reason":"Đơn khiếu nại số 18"}'

# A document about one person, from the portal in the sandbox.
curl -s -o "$work/document" "$bus/sandbox/portal/documents" -H 'Content-Type: application/json' -d '{"soDinhDanh":"'"$number"'","hoVaTen":"'"$name"'","ngaySinh":"'"$born"'"}'

# A list of people in a document: the province at the axis, by its own signed call (PR-AXIS).
list=$(printf 'SoDinhDanh;HoVaTen;NgaySinh;MaCanBo;MaDVC;DichVu;Truong\n%s;%s;%s;canbo01;1.001193;TraCuuThongTinCongDan;HoVaTen ThuongTru\n' "$number" "$name" "$born" | openssl base64 -A)
cat >"$work/list.edxml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader><From><OrganId>000.00.00.H41</OrganId></From>
<To><OrganId>000.00.00.G01</OrganId></To><DocumentId>$(some)</DocumentId><Subject>Đề nghị cung cấp thông tin</Subject></MessageHeader></edXMLHeader></edXMLEnvelope>
<AttachmentEncoded><Attachment><ContentId>tep-1</ContentId><AttachmentName>danh-sach.csv</AttachmentName><ContentType>text/csv</ContentType>
<ContentTransferEncoded>$list</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>
XML
hash=$(sha256sum "$work/list.edxml" | cut -d' ' -f1)
declare -A parameters=([systemid]=000.00.00.H41 [timestamp]="$(date +'%d%m%YT%H%M%S+0000')" [Content-Type]=application/octet-stream
  [from]=000.00.00.H41 [to]='["000.00.00.G01"]' [servicetype]=eDoc [messagetype]=edoc [hash-file]="$hash")
headers=() text= keys=
for key in "${!parameters[@]}"; do
  value=${parameters[$key]}
  headers+=(-H "XroadVnpt-$key: $value")
  text+=${text:+,}'"XroadVnpt-'$key'":"'${value//\"/\\\"}'"' keys+=${keys:+;}$key
done
text="{$text}"
sign=$(printf %s "$text" | openssl dgst -sha256 -hmac sandbox-axis-h41 -r | cut -d' ' -f1)
{ cat "$work/list.edxml"; printf '\r\n'; } | curl -s -o "$work/list" "$axis/sendEdoc" -H 'Content-Type: application/octet-stream' "${headers[@]}" \
  -H "XroadVnpt-sign-header-key: $keys" -H "XroadVnpt-sign-header: $text" -H "XroadVnpt-hash-header: $sign" --data-binary @-

# SOAP, REST, the look, the document, the list: five uses.
for try in {1..60}; do [ "$(uses)" -ge $((before + 5)) ] && break; sleep 0.6; done

outcome() {
  case $1 in
  released) echo 'Đã trả thông tin' ;; nothing_released) echo 'Không trả thông tin nào' ;; refused) echo 'Bị từ chối' ;; esac
}
ten() { sed -nE 's/.*"'"$1"'":\{[^}]*"ten":"([^"]*)".*/\1/p'; }
echo "Ai đã xem dữ liệu của tôi (số định danh ********${number: -4})"
log | sed 's/{"maSuKien"/\n&/g' | grep maSuKien | while IFS= read -r use; do
  echo
  echo "$(date -d "$(of thoiDiem <<<"$use")" +'%H:%M:%S, %d/%m/%Y')  $(ten nguoiSuDung <<<"$use")"
  echo "  Việc đã làm: $(ten dichVu <<<"$use")"
  purpose=$(ten mucDich <<<"$use")
  [ -z "$purpose" ] || echo "  Mục đích:    $purpose"
  groups=$(sed -nE 's/.*"nhomDuLieu":\[([^]]*)\].*/\1/p' <<<"$use" | { grep -oE '"ten":"[^"]*"' || true; } | sed -E 's/"ten":"(.*)"/\1/' | paste -sd'|' | sed 's/|/; /g')
  [ -z "$groups" ] || echo "  Thông tin:   $groups"
  result=$(outcome "$(of ketQua <<<"$use")")
  [ -z "$result" ] || echo "  Kết quả:     $result"
done
