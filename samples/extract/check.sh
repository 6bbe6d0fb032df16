#!/bin/sh
# Kiểm tra chữ ký số của một Thông báo bằng openssl (3.0 trở lên). / Checks the signature of an extract by openssl (3.0 or later).
#   check.sh thong-bao.pdf ca.pem [moment]
# ca.pem: the certificates that are trusted. moment: seconds since 1970 at which the certificate must be valid; now when left out.
# Exit 0: the signature is valid and covers the whole file. What a reader shows then is what was signed.
set -eu
export LC_ALL=C
pdf=$1 ca=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong() { echo "WRONG: $1"; exit 1; }

grep -a -o '/ByteRange *\[ *[0-9]* *[0-9]* *[0-9]* *[0-9]* *\]' "$pdf" >"$work/ranges" || wrong "no signature"
[ "$(wc -l <"$work/ranges")" -eq 1 ] || wrong "more than one signature"
set -- $(tr -c '0-9\n' ' ' <"$work/ranges") "${3:-}"
size=$(wc -c <"$pdf")
[ "$1" -eq 0 ] && [ "$2" -lt "$3" ] || wrong "the signature does not begin with the file"
[ $(($3 + $4)) -eq "$size" ] || wrong "something was added after the signature"

tail -c +$(($2 + 1)) "$pdf" | head -c $(($3 - $2)) >"$work/contents"
grep -q -x '<[0-9A-Fa-f]*>' "$work/contents" || wrong "something stands beside the signature"
tr -d '<>\n' <"$work/contents" | tr a-f A-F | basenc --base16 -d >"$work/signature"
{ head -c "$2" "$pdf"; tail -c "$4" "$pdf"; } >"$work/signed"

at=${5:+-attime $5}
openssl cms -verify -cades -binary -purpose any $at -inform DER -in "$work/signature" -content "$work/signed" -CAfile "$ca" \
    -signer "$work/signer.pem" -out /dev/null 2>"$work/why" || { cat "$work/why"; wrong "the signature does not hold"; }
grep -a -q '/ETSI.CAdES.detached' "$work/signed" || wrong "not a signature of PAdES"
echo "VALID: the whole file, signed by"
openssl x509 -in "$work/signer.pem" -noout -subject -issuer -serial -enddate -fingerprint -sha256
