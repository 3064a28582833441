import { connect, type Socket } from "node:net";

const END_OF_HEADERS = "\r\n\r\n";

/**
 * Sends the same request many times, or a new one each time, over a few persistent connections. This client uses very
 * little CPU time, because it shares the machine with the server.
 *
 * @throws Error if a response has another status than expected, or no Content-Length
 */
export async function sendMany(
  port: number,
  request: string | (() => string),
  load: { readonly requests: number; readonly connections: number; readonly status: number },
): Promise<void> {
  const each = Math.ceil(load.requests / load.connections);
  const next = typeof request === "string" ? () => request : request;
  const connections = Array.from({ length: load.connections }, () =>
    repeat(connect(port, "127.0.0.1"), { next, times: each, status: load.status }),
  );
  await Promise.all(connections);
}

interface Repetition {
  readonly next: () => string;
  readonly times: number;
  readonly status: number;
}

function repeat(socket: Socket, { next, times, status }: Repetition): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = times;
    let received = "";
    socket.setNoDelay(true).setEncoding("latin1");
    socket.on("error", reject);
    socket.on("data", (part) => {
      received += part;
      const length = lengthOf(received);
      if (length === undefined || received.length < length) return;
      if (!received.startsWith(`HTTP/1.1 ${status} `)) {
        reject(new Error(`A response was not ${status}: ${received.slice(0, 300)}`));
      }
      received = "";
      left -= 1;
      if (left > 0) socket.write(next());
      else socket.end(resolve);
    });
    socket.write(next());
  });
}

/** The length of a response with headers and body; undefined until all headers have arrived. */
function lengthOf(text: string): number | undefined {
  const end = text.indexOf(END_OF_HEADERS);
  if (end === -1) return undefined;
  const length = /content-length: *(\d+)/i.exec(text.slice(0, end))?.[1];
  if (length === undefined) throw new Error("A response has no Content-Length.");
  return end + END_OF_HEADERS.length + Number(length);
}
