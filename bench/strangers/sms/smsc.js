// An SMSC with one phone, by the npm package smpp: the bus binds to it, and a conversation is held.
//   node smsc.js <port> <phone> <short number> <text> ...
// Each text is sent when the one before it was answered; {code} becomes the six digits of the last answer. What the bus submits is
// printed as text and as bytes, and gets a receipt. Exit code 0: every text was answered once.
const { smpp, dump } = require('./wire.js');

const [port, phone, number, ...texts] = process.argv.slice(2);
if (texts.length === 0) {
  console.error('node smsc.js <port> <phone> <short number> <text> ...');
  process.exit(2);
}

const QUIET_MS = 1500; // after the last part of an answer
const PATIENCE_MS = 30000;
let sessions = [];
let at = 0;
let last = '';
let submitted = 0;
let quiet = null;
const parts = new Map();
const patience = setTimeout(() => end(1, `no answer to text ${at}`), PATIENCE_MS * texts.length);

function end(code, why) {
  console.log(`${why}; texts sent ${at}, answers ${submitted}, receipts ${receipts}`);
  clearTimeout(patience);
  process.exit(code);
}

function write() {
  if (at === texts.length) {
    setTimeout(() => end(submitted === texts.length ? 0 : 1, 'done'), QUIET_MS);
    return;
  }
  const code = (last.match(/\b\d{6}\b/) || [''])[0];
  const text = texts[at++].replace('{code}', code);
  console.log(`\n${phone} > ${text}`);
  const receiver = sessions.find((one) => one.receives);
  receiver.session.deliver_sm(
    { source_addr_ton: 1, source_addr_npi: 1, source_addr: phone, dest_addr_npi: 1, destination_addr: number, short_message: text },
    (pdu) => console.log(`  deliver_sm_resp ${pdu.command_status}`));
}

function whole(pdu) {
  const message = pdu.message_payload || pdu.short_message;
  const udh = pdu.short_message && pdu.short_message.udh && pdu.short_message.udh[0];
  const text = message.message;
  if (!udh) return text;
  const reference = udh.subarray(2, -2).toString('hex');
  const total = udh[udh.length - 2];
  const joined = parts.get(reference) || [];
  joined[udh[udh.length - 1] - 1] = text;
  parts.set(reference, joined);
  return joined.filter((part) => part !== undefined).length === total ? joined.join('') : null;
}

let receipts = 0;
function receipt(session, pdu, id) {
  const to = sessions.find((one) => one.receives);
  to.session.deliver_sm(
    {
      source_addr_ton: 1, source_addr_npi: 1, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: 4,
      receipted_message_id: id, message_state: 2,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2611290000 done date:2611290000 stat:DELIVRD err:000 text:`,
    },
    () => receipts++);
}

const server = smpp.createServer((session) => {
  const bind = (receives) => (pdu) => {
    console.log(`${pdu.command} of ${pdu.system_id}`);
    session.send(pdu.response({ system_id: 'npm-smpp' }));
    sessions.push({ session, receives });
    if (receives && at === 0) setTimeout(write, 300);
  };
  session.on('bind_transceiver', bind(true));
  session.on('bind_receiver', bind(true));
  session.on('bind_transmitter', bind(false));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => session.send(pdu.response()));
  session.on('error', (error) => console.log(`session: ${error.message}`));
  session.on('close', () => { sessions = sessions.filter((one) => one.session !== session); });
  session.on('submit_sm', (pdu) => {
    const id = `n${Date.now().toString(36)}${pdu.sequence_number}`;
    session.send(pdu.response({ message_id: id }));
    console.log(`${pdu.source_addr} > ${pdu.destination_addr}, data_coding ${pdu.data_coding}, esm_class ${pdu.esm_class}`);
    console.log(dump(pdu.wire));
    if (pdu.registered_delivery & 1) receipt(session, pdu, id);
    const text = whole(pdu);
    if (text === null) return;
    submitted++;
    last = text;
    console.log(`  ${text}`);
    clearTimeout(quiet);
    quiet = setTimeout(write, QUIET_MS);
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log(`npm smpp as SMSC on ${port}`));
