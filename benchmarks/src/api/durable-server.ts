// Plain node:http that writes a row durably before it responds: the cost of a durable write without an API.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";

const body = process.env.BODY ?? "";
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
const database = new DatabaseSync("rows.db");
database.exec("pragma journal_mode = wal; pragma synchronous = full");
database.exec("create table rows (id text primary key, hash text unique, body text)");
const insert = database.prepare("insert into rows values (?, ?, ?)");

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().once("end", () => {
    database.exec("begin immediate");
    insert.run(randomBytes(16).toString("hex"), randomBytes(32).toString("hex"), body);
    database.exec("commit");
    response.writeHead(201, headers).end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  // This cast is safe: the server listens on TCP.
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ message: "listening", url: `http://127.0.0.1:${port}` }));
});
