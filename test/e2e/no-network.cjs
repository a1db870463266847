// Loaded by --require into every process and thread of a run: whoever asks for the network is written down, and fails.
const { appendFileSync } = require("node:fs");

const ledger = process.env.NETWORK_LEDGER;
appendFileSync(ledger, `loaded ${process.pid}\n`);

function refuse(name) {
  return () => {
    appendFileSync(ledger, `network ${name} ${new Error().stack.replaceAll("\n", " | ")}\n`);
    throw new Error(`No network here: ${name}`);
  };
}

const net = require("node:net");
net.Socket.prototype.connect = refuse("net.connect");
require("node:dgram").Socket.prototype.send = refuse("dgram.send");
const dns = require("node:dns");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  dns[name] = refuse(`dns.${name}`);
  dns.promises[name] = refuse(`dns.promises.${name}`);
}
for (const protocol of ["http", "https"]) {
  const module = require(`node:${protocol}`);
  module.request = refuse(`${protocol}.request`);
  module.get = refuse(`${protocol}.get`);
}
globalThis.fetch = refuse("fetch");
