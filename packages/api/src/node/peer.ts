import type { Socket } from "node:net";
import { readAddress } from "./addresses.ts";

/**
 * Stored on the socket: a `WeakMap` entry for each connection would keep the garbage collector
 * busy.
 */
const ends: unique symbol = Symbol("ends");

/** Both ends of a connection. */
interface Ends {
  /** Undefined for a connection that has no address, such as a Unix socket. */
  readonly peer: string | undefined;
  readonly local: string | undefined;
}

interface Connection extends Socket {
  [ends]?: Ends;
}

/** The addresses of both ends of a connection, which stay the same. */
export function endsOf(socket: Connection): Ends {
  socket[ends] ??= {
    peer: socket.remoteAddress === undefined ? undefined : readAddress(socket.remoteAddress),
    local: socket.localAddress === undefined ? undefined : readAddress(socket.localAddress),
  };
  return socket[ends];
}
