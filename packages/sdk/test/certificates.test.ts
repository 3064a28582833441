import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { errorOf, ID, setUp } from "./harness.ts";

const HINT = /^The server's certificate is not trusted: .* NODE_EXTRA_CA_CERTS \(Deno: DENO_CERT\)/;

test("a certificate that is not trusted is not retried, and the error says how to trust it", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // safe cast: it listens on a port
  const { sinkove, seen } = setUp(() => fetch(`https://127.0.0.1:${port}/`));
  const error = await errorOf(sinkove.datasets.get(ID)).finally(() => server.close());
  expect(seen).toHaveLength(1);
  expect(error).toMatchObject({ name: "ConnectionError", isTransient: false });
  expect(error.message).toMatch(HINT);
  expect(error.attempts).toHaveLength(1);
});

// The codes of Node and Bun, and the message of Deno.
test.each([
  { code: "CERT_HAS_EXPIRED" },
  { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
  { code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  { code: "SELF_SIGNED_CERT_IN_CHAIN" },
  { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" },
  { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" },
  { message: "client error (Connect): invalid peer certificate: UnknownIssuer" },
])("%o is a certificate that is not trusted", async (fault) => {
  const fail = () => Promise.reject(Object.assign(new TypeError("fetch failed"), fault));
  const { sinkove, seen } = setUp(fail);
  expect((await errorOf(sinkove.datasets.get(ID))).message).toMatch(HINT);
  expect(seen).toHaveLength(1);
});

test.each([
  { message: "getaddrinfo ENOTFOUND CERT.example.com", code: "ENOTFOUND" },
  { message: "CERT is the name of a file" },
  { code: "ECONNRESET" },
])("%o is a connection to try again", async (fault) => {
  const fail = () => Promise.reject(Object.assign(new TypeError("fetch failed"), fault));
  const { sinkove, seen, runtime } = setUp(fail);
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toMatchObject({ name: "ConnectionError", isTransient: true });
  expect(seen).toHaveLength(3);
});
