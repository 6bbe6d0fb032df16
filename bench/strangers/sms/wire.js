// The bytes of each PDU that comes, beside what the library makes of them.
const smpp = require('smpp');

const fromStream = smpp.PDU.fromStream;
smpp.PDU.fromStream = (stream, length) => {
  const read = stream.read.bind(stream);
  let bytes = null;
  const pdu = fromStream({ read: (count) => (bytes = read(count)) }, length);
  if (pdu) {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(length);
    pdu.wire = Buffer.concat([head, bytes]);
  }
  return pdu;
};

// 16 bytes a line, with the letters of ASCII.
exports.dump = (bytes) => {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const hex = row.toString('hex').replace(/(..)/g, '$1 ').padEnd(48);
    const letters = row.toString('latin1').replace(/[^\x20-\x7e]/g, '.');
    lines.push(`    ${at.toString(16).padStart(4, '0')}  ${hex} ${letters}`);
  }
  return lines.join('\n');
};

exports.smpp = smpp;
