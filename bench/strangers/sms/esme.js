// A raw client of the sandbox's simulated SMSC, by the npm package smpp: binds as the bus does, prints what a subscriber wrote, and
// answers with the same text in UCS-2, wanting a receipt.
//   node esme.js <port> <system id> <password> [texts to wait for]
const { smpp, dump } = require('./wire.js');

const [port, systemId, password, count = '1'] = process.argv.slice(2);
let answered = 0;
let receipts = 0;
const session = smpp.connect({ url: `smpp://127.0.0.1:${port}` }, () => {
  session.bind_transceiver({ system_id: systemId, password }, (pdu) => {
    console.log(`bind_transceiver_resp ${pdu.command_status}`);
    if (pdu.command_status !== 0) process.exit(1);
  });
});
session.on('error', (error) => { console.log(error.message); process.exit(1); });
session.on('deliver_sm', (pdu) => {
  session.send(pdu.response());
  const text = (pdu.message_payload || pdu.short_message).message;
  console.log(dump(pdu.wire));
  if (pdu.esm_class & 4) {
    console.log(`  receipt: ${text}`);
    if (++receipts === Number(count)) session.unbind(() => process.exit(0));
    return;
  }
  console.log(`${pdu.source_addr} > ${pdu.destination_addr}: ${text}`);
  session.submit_sm(
    {
      source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, dest_addr_ton: 1, dest_addr_npi: 1,
      registered_delivery: 1, data_coding: 8, short_message: `Đã nhận: ${text}`,
    },
    (answer) => console.log(`submit_sm_resp ${answer.command_status} ${answer.message_id} (${++answered})`));
});
setTimeout(() => { console.log('nothing came in time'); process.exit(1); }, 60000);
