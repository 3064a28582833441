import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

/** A real SMTP server on this machine. It is closed when the test ends. */
export interface ReceivingServer {
  readonly port: number;
  /** The messages that it has received. */
  readonly messages: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts an SMTP server that keeps what it receives. Port 0 is any free one. */
export async function startSmtp(
  options: SMTPServerOptions = {},
  wantedPort = 0,
): Promise<ReceivingServer> {
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        messages.push(text);
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {}); // clients that leave
  server.listen(wantedPort, "127.0.0.1");
  await once(server.server, "listening");
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  const { port } = server.server.address() as AddressInfo; // the address of a TCP server
  return { port, messages, close };
}
