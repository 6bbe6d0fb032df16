// Tra cứu một công dân qua SOAP với gói soap / look up one citizen over SOAP with the package soap.
// node lookup.js http://127.0.0.1:8080/soap/population/v1 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
// DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.
const { createHash, randomUUID } = require('node:crypto');
const soap = require('soap');

/** Ký mỗi lần hỏi: digest = sha256hex(path + user + timestamp + secret) / signs each question anew. */
function signIn(address) {
  const user = process.env.DANCU_USER;
  const moment = String(Date.now());
  const text = new URL(address).pathname + user + moment + process.env.DANCU_SECRET;
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  return { Authorization: 'Basic ' + Buffer.from(`${user}:${digest}`).toString('base64'), Timestamp: moment };
}

async function main(address, number, name, born) {
  const client = await soap.createClientAsync(address + '?wsdl', { endpoint: address });
  const question = {
    MaYeuCau: randomUUID(),
    MaDVC: '1.001193',
    MaTichHop: '037',
    MaCanBo: 'canbo01',
    SoDinhDanh: number,
    HoVaTen: name,
    NgayThangNamSinh: { NgayThangNam: born },
  };
  try {
    const [answer] = await client.TraCuuThongTinCongDanAsync(question, {}, signIn(address));
    for (const person of answer.CongDan) {
      console.log(person.SoDinhDanh, person.HoVaTen.Ten);
    }
  } catch (refused) {
    if (!refused.root) throw refused;
    const loi = refused.root.Envelope.Body.Fault.detail.Loi;
    console.log(`${loi.Ma}: ${loi.ThongDiep} ${loi.ThongDiepTiengAnh}`);
  }
}

main(...process.argv.slice(2));
