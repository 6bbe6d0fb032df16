<?php
// Tra cứu một công dân qua SOAP với SoapClient của PHP / look up one citizen over SOAP with PHP's SoapClient.
// php lookup.php http://127.0.0.1:8080/soap/population/v1 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
// DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.

[, $address, $number, $name, $born] = $argv;

/** Ký mỗi lần hỏi: digest = sha256hex(path + user + timestamp + secret) / signs each question anew. */
function signIn(string $address): array
{
    $user = getenv('DANCU_USER');
    $moment = (string) (int) (microtime(true) * 1000);
    $digest = hash('sha256', parse_url($address, PHP_URL_PATH) . $user . $moment . getenv('DANCU_SECRET'));
    return ['Authorization: Basic ' . base64_encode("$user:$digest"), "Timestamp: $moment"];
}

$context = stream_context_create();
$client = new SoapClient("$address?wsdl", [
    'location' => $address,
    'stream_context' => $context,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    'connection_timeout' => 10,
]);
try {
    stream_context_set_option($context, 'http', 'header', signIn($address));
    $answer = $client->TraCuuThongTinCongDan([
        'MaYeuCau' => bin2hex(random_bytes(16)),
        'MaDVC' => '1.001193',
        'MaTichHop' => '037',
        'MaCanBo' => 'canbo01',
        'SoDinhDanh' => $number,
        'HoVaTen' => $name,
        'NgayThangNamSinh' => ['NgayThangNam' => $born],
    ]);
    foreach ($answer->CongDan as $person) {
        echo $person->SoDinhDanh, ' ', $person->HoVaTen->Ten, "\n";
    }
} catch (SoapFault $refused) {
    $loi = $refused->detail->Loi;
    echo $loi->Ma, ': ', $loi->ThongDiep, ' ', $loi->ThongDiepTiengAnh, "\n";
}
