import { createSocket, type RemoteInfo } from "node:dgram";
import { promises } from "node:dns";
import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { createHostResolver } from "./resolve-host.ts";

type Records = Readonly<Record<string, readonly string[]>>;

const [A, AAAA] = [1, 28];

/** A name server on this machine for these names. It ignores other names, or responds that they do not exist. */
async function openNameServer(records: Records, { isSilent = false } = {}) {
  const queries: string[] = [];
  const socket = createSocket("udp4", (query: Buffer, from: RemoteInfo) => {
    const { name, type, end } = questionOf(query);
    queries.push(name);
    const known = records[name];
    if (!known && isSilent) return;
    const answers = (known ?? []).filter((address) => address.includes(":") === (type === AAAA));
    socket.send(answerTo(query.subarray(0, end), answers, { exists: !!known }), from.port);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  onTestFinished(() => void socket.close());
  return { servers: [`127.0.0.1:${socket.address().port}`], queries };
}

function questionOf(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { name: labels.join("."), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** RFC 1035, section 4. */
function answerTo(question: Buffer, answers: readonly string[], { exists }: { exists: boolean }) {
  const header = Buffer.from(question);
  header.writeUInt16BE(exists ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(answers.length, 6);
  header.fill(0, 8, 12);
  const records = answers.map((address) => {
    const data = address.includes(":")
      ? Buffer.from(
          address
            .split(":")
            .map((part) => Number.parseInt(part, 16))
            .flatMap((part) => [part >> 8, part & 255]),
        )
      : Buffer.from(address.split(".").map(Number));
    const start = Buffer.from([
      0xc0,
      12,
      0,
      address.includes(":") ? AAAA : A,
      0,
      1,
      0,
      0,
      0,
      60,
      0,
    ]);
    return Buffer.concat([start, Buffer.from([data.length]), data]);
  });
  return Buffer.concat([header, ...records]);
}

describe("a host of a webhook endpoint", () => {
  it("has its addresses of both families", async () => {
    const { servers } = await openNameServer({
      "two.example": ["192.0.2.1", "192.0.2.2"],
      "both.example": ["192.0.2.1", "2001:db8:0:0:0:0:0:1"],
    });
    const resolve = createHostResolver({ servers });
    expect(await resolve("two.example")).toEqual([
      { address: "192.0.2.1", family: 4 },
      { address: "192.0.2.2", family: 4 },
    ]);
    expect(await resolve("both.example")).toEqual([
      { address: "192.0.2.1", family: 4 },
      { address: "2001:db8::1", family: 6 },
    ]);
  });

  it("is not known if it has none, or does not exist", async () => {
    const { servers } = await openNameServer({ "empty.example": [] });
    const resolve = createHostResolver({ servers });
    for (const name of ["empty.example", "other.example"])
      await expect(resolve(name)).rejects.toThrow("The host name is not known.");
  });

  it("cannot be looked up if its name server is silent", async () => {
    const { servers } = await openNameServer({}, { isSilent: true });
    const resolve = createHostResolver({ servers, timeout: 20 });
    await expect(resolve("slow.example")).rejects.toThrow("could not be looked up");
  });

  it("holds up no look-up of the process while its name server is silent", async () => {
    const { servers, queries } = await openNameServer({}, { isSilent: true });
    const resolve = createHostResolver({ servers, timeout: 500 });
    const ended: string[] = [];
    const slow = Array.from({ length: 50 }, (_, index) =>
      resolve(`${index}.example`).catch(() => ended.push("slow")),
    );
    await expect.poll(() => new Set(queries).size).toBe(50);
    await promises.lookup("localhost");
    ended.push("localhost");
    await Promise.all(slow);
    expect(ended[0]).toBe("localhost");
  });
});
