// npm's ws as a peer of our tests. What it is told and what it saw are JSON, one document a line of stdin and stdout.
//
//   node npm_ws.js server    {"perMessageDeflate": {...}, "pem": FILE}, once
//                            prints its port, then how each connection ended
//   node npm_ws.js client    {"url": ..., "options": {...}, "lines": [...], "code": ..., "reason": ...}, again and again
//                            prints what was heard on each connection, and how it ended
//
// A client says its lines one by one, each after the answer to the one before: a text, {"base64": ...} or
// {"ping": ...}. The server obeys “do:” and echoes the rest.
"use strict";
const fs = require("fs");
const https = require("https");
const readline = require("readline");
const WebSocket = require("ws");

const print = (document) => console.log(JSON.stringify(document));
const unpacked = (data, binary) => (binary ? { base64: data.toString("base64") } : data.toString());

function obey(ws, text) {
  const [deed, code, ...reason] = text.split(" ");
  if (deed === "do:ping") ws.ping("theirs");
  else if (deed === "do:close") ws.close(Number(code), reason.join(" "));
  else if (deed === "do:fragments") {
    ws.send("你", { fin: false });
    ws.send("", { fin: false });
    ws.ping("between");
    ws.send("好", { fin: true });
  } else return false;
  return true;
}

function serve({ perMessageDeflate, pem }) {
  const own = pem && https.createServer({ key: fs.readFileSync(pem), cert: fs.readFileSync(pem) });
  const place = own ? { server: own } : { host: "127.0.0.1", port: 0 };
  const server = new WebSocket.Server({ ...place, perMessageDeflate });
  if (own) own.listen(0, "127.0.0.1");
  (own || server).on("listening", () => print((own || server).address().port));
  server.on("connection", (ws) => {
    ws.on("message", (data, binary) => {
      if (binary || !obey(ws, data.toString())) ws.send(data, { binary });
    });
    ws.on("pong", (data) => data.toString() === "theirs" && ws.send("pong"));
    ws.on("error", () => {});
    ws.on("close", (code, reason) => print({ code, reason: reason.toString() }));
  });
}

function say({ url, options, lines, code, reason }) {
  return new Promise((done) => {
    const heard = [], ws = new WebSocket(url, options);
    const next = () => {
      const line = lines.shift();
      if (line === undefined) ws.close(code, reason);
      else if (typeof line === "string") ws.send(line);
      else if (line.base64 !== undefined) ws.send(Buffer.from(line.base64, "base64"));
      else ws.ping(line.ping);
    };
    const hear = (what) => { heard.push(what); next(); };
    ws.on("open", next);
    ws.on("message", (data, binary) => hear(unpacked(data, binary)));
    ws.on("ping", (data) => heard.push({ pinged: data.toString() }));
    ws.on("pong", (data) => hear({ pong: data.toString() }));
    ws.on("error", (error) => heard.push({ error: error.message }));
    ws.on("close", (code, reason) => done({ heard, code, reason: reason.toString(), extensions: ws.extensions }));
  });
}

const deed = process.argv[2] === "server" ? serve : async (wanted) => print(await say(wanted));
readline.createInterface({ input: process.stdin }).on("line", (line) => deed(JSON.parse(line)));
