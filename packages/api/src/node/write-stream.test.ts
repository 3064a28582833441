import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeStream } from "./write-stream.ts";

type Source = UnderlyingByteSource | UnderlyingDefaultSource<Uint8Array>;

/** Serves a stream of each source at `/`, and reports how the writing of each ends. */
async function serve(sourceOf: () => Source) {
  const endings: Promise<string>[] = [];
  const server = createServer((_request, response) => {
    const body = new ReadableStream<Uint8Array>(sourceOf() as UnderlyingDefaultSource<Uint8Array>);
    const ending = writeStream(response, body);
    endings.push(
      ending.then(
        () => "done",
        (error: Error) => error.message,
      ),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    agent.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = async (): Promise<IncomingMessage> => {
    const [response] = await once(get({ port, host: "127.0.0.1", agent }), "response");
    return response;
  };
  return { ask, endings };
}

/** Fills the reader's buffer, as the stream of a file does. */
function fileLike(bytes: Uint8Array): UnderlyingByteSource {
  let position = 0;
  return {
    type: "bytes",
    autoAllocateChunkSize: 1000,
    pull(controller) {
      const request = controller.byobRequest;
      const view = request?.view as Uint8Array<ArrayBuffer>;
      const part = bytes.subarray(position, position + view.length);
      view.set(part);
      position += part.length;
      if (part.length === 0) controller.close();
      request?.respond(part.length);
    },
  };
}

function inPieces(bytes: Uint8Array): UnderlyingDefaultSource<Uint8Array> {
  let position = 0;
  return {
    pull(controller) {
      controller.enqueue(bytes.slice(position, position + 70_000));
      position += 70_000;
      if (position >= bytes.length) controller.close();
    },
  };
}

describe("writeStream", () => {
  const bytes = randomBytes(3_000_001);

  it.each([
    ["bytes", () => fileLike(bytes)],
    ["chunks", () => inPieces(bytes)],
  ])(
    "writes a stream of %s whole, and leaves the connection to the next",
    async (_kind, source) => {
      const { ask, endings } = await serve(source);
      expect((await buffer(await ask())).equals(bytes)).toBe(true);
      expect((await buffer(await ask())).equals(bytes)).toBe(true);
      expect(await Promise.all(endings)).toEqual(["done", "done"]);
    },
  );

  it.each([
    ["bytes", { type: "bytes" }],
    ["chunks", {}],
  ] as const)(
    "cancels a stream of %s that is silent when the client leaves",
    async (_kind, own) => {
      let isCancelled = false;
      const cancel = (): void => {
        isCancelled = true;
      };
      const start = (controller: { enqueue(chunk: Uint8Array): void }): void =>
        controller.enqueue(new Uint8Array([1]));
      const { ask, endings } = await serve(() => ({ ...own, start, cancel }) as Source);
      (await ask()).destroy();
      expect(await endings[0]).toBe("done");
      expect(isCancelled).toBe(true);
    },
  );

  it.each([
    ["bytes", { type: "bytes" }],
    ["chunks", {}],
  ] as const)("closes the connection where a stream of %s breaks off", async (_kind, own) => {
    let pulls = 0;
    const pull = (controller: { enqueue(chunk: Uint8Array): void }): void => {
      if (pulls++ > 0) throw new Error("The disk is gone.");
      controller.enqueue(new Uint8Array([1]));
    };
    const { ask, endings } = await serve(() => ({ ...own, pull }) as Source);
    await expect(buffer(await ask())).rejects.toThrow("aborted");
    expect(await endings[0]).toBe("The disk is gone.");
  });
});
