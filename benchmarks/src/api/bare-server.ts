// node:http and nothing else: reads a request, and answers with the text that it was started with.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = process.env.BODY ?? "";
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
// Longer than other subjects have their turns.
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().once("end", () => response.writeHead(200, headers).end(body));
});
server.listen(0, "127.0.0.1", () => {
  // A boundary: it listens on a port, so that its address is no string.
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ message: "listening", url: `http://127.0.0.1:${port}` }));
});
