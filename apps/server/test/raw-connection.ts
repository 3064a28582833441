import { once } from "node:events";
import { connect } from "node:net";
import { onTestFinished } from "vitest";

/** A connection on which a test can write any bytes. */
export interface RawConnection {
  readonly write: (text: string) => void;
  /** Everything that was received, when the server has closed the connection. */
  readonly end: () => Promise<string>;
  /** Everything that was received, when it contains this text. */
  readonly received: (text: string) => Promise<string>;
}

export async function openConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  // The tests check connections that the server cuts off.
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  onTestFinished(() => {
    socket.destroy();
  });
  return {
    write: (text) => socket.write(text),
    async end() {
      await closed;
      return received;
    },
    async received(text) {
      while (!received.includes(text)) await once(socket, "data");
      return received;
    },
  };
}
