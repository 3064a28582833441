import type { paths } from "@sinkove/contract";
import type { Client } from "openapi-fetch";
import { Call } from "./call.ts";
import type { Answer } from "./http/answer.ts";
import {
  argumentErrorOf,
  checkedHeaders,
  checkedMethod,
  checkedPath,
  fillPath,
  writeBody,
  writeQuery,
} from "./http/arguments.ts";
import type { Outgoing, Reading } from "./http/outgoing.ts";
import { send } from "./http/transport.ts";
import type { Wire } from "./http/wire.ts";
import type { RequestOptions } from "./options.ts";
import { type Given, readOptions } from "./read-options.ts";

/** The low-level client: every path of the contract, typed, and errors as values. */
export type HttpClient = Pick<
  Client<paths>,
  "request" | "use" | "eject" | "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
>;

/** The method, path and parameters of an operation. The generated methods type them. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: keyof paths;
  readonly params?: Params | undefined;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** The arguments of {@link Sinkove.request} besides the method and path, and the options of the call. */
export interface UntypedRequest extends RequestOptions {
  /** The values of the parameters in the path. */
  readonly params?: Params | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  readonly body?: object | undefined;
}

/** The values of the parameters in a path. */
export type Params = Readonly<Record<string, string>>;

/** Sends operations. It is the only part of the client that resources use. */
export class Core {
  readonly wire: Wire;
  readonly #parent: () => string;

  constructor(wire: Wire, parent = () => "") {
    this.wire = wire;
    this.#parent = parent;
  }

  /** Sends the same operations, below a path. */
  within(path: keyof paths, params: Params): Core {
    // The path is filled with each call, so that invalid arguments reject instead of throwing.
    return new Core(this.wire, () => fillPath(path, params));
  }

  /** Sends an operation, for a method that returns its data. */
  call<T, Code extends string>(
    operation: Operation,
    options?: RequestOptions,
    reading: Reading = {},
  ): Call<T, Code> {
    return new Call(this.send(operation, options, reading), reading);
  }

  /** Calls an operation. Invalid arguments reject, like every other error. */
  send(operation: Operation, options?: RequestOptions, reading: Reading = {}): Promise<Answer> {
    try {
      const given = readOptions(options);
      // The options of `Sinkove.request` include the rest of its operation.
      const whole = reading.isUntyped ? { ...given, ...operation } : operation;
      // Only a raw request resolves to something other than an answer.
      return send(this.#outgoing(whole, given, reading), this.wire) as Promise<Answer>;
    } catch (error) {
      return Promise.reject(argumentErrorOf(error));
    }
  }

  #outgoing(
    { method, path, params, query, body }: Operation,
    options: Given<RequestOptions>,
    reading: Reading,
  ): Outgoing {
    const { baseUrl, headers } = this.wire;
    const where = checkedPath(this.#parent() + fillPath(path, params));
    const text = writeBody(body);
    return {
      url: baseUrl + where + writeQuery(query),
      method: checkedMethod(method, text),
      headers: {
        ...(text && { "content-type": "application/json" }),
        ...headers,
        ...(options.headers && checkedHeaders(options.headers)),
      },
      body: text,
      options,
      id: /\{(id|\w+Id)\}$/.test(path) && !reading.isUntyped ? where.split("/").at(-1) : undefined,
      reading,
    };
  }
}
