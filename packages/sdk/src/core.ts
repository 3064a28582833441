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
import { readOptions } from "./read-options.ts";

/** The low-level client: every path of the contract, typed, and errors as values. */
export type HttpClient = Pick<
  Client<paths>,
  "request" | "use" | "eject" | "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
>;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A path of the contract, and the values of the parameters in it, in their order. */
export interface Target {
  readonly path: keyof paths;
  readonly ids?: readonly string[];
}

/** What an operation sends. The generated methods type it. */
export interface Operation extends Target {
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** The arguments of {@link Sinkove.request} besides the method and path, and the options of the call. */
export interface UntypedRequest extends RequestOptions {
  /** The values of the parameters in the path. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  readonly body?: object | undefined;
}

type Whole = Operation & Pick<UntypedRequest, "params">;

/** Sends operations. It is the only part of the client that resources use. */
export class Core {
  readonly wire: Wire;
  readonly #parent: () => string;

  constructor(wire: Wire, parent = () => "") {
    this.wire = wire;
    this.#parent = parent;
  }

  /** Sends the same operations, below a path. */
  within({ path, ids }: Target): Core {
    // The path is filled with each call, so that invalid arguments reject instead of throwing.
    return new Core(this.wire, () => fillPath(path, ids));
  }

  /** Sends an operation, for a method that returns its data. */
  call<T, Code extends string>(
    method: Method,
    operation: Operation,
    options?: RequestOptions,
    reading: Reading = {},
  ): Call<T, Code> {
    return new Call(this.send(method, operation, options, reading), reading);
  }

  /** Calls an operation. Invalid arguments reject, like every other error. */
  send(
    method: Method,
    operation: Operation,
    options?: RequestOptions,
    reading: Reading = {},
  ): Promise<Answer> {
    try {
      const { baseUrl, headers } = this.wire;
      const given = readOptions(options);
      // The options of `Sinkove.request` include the rest of its operation.
      const whole: Whole = reading.isUntyped ? { ...given, ...operation } : operation;
      const { path, ids, params, query } = whole;
      const where = checkedPath(this.#parent() + fillPath(path, ids ?? params));
      const body = writeBody(whole.body);
      const hasId = /\{(id|\w+Id)\}$/.test(path) && !reading.isUntyped;
      const request: Outgoing = {
        url: baseUrl + where + writeQuery(query),
        method: checkedMethod(method, body),
        headers: {
          ...(body && { "content-type": "application/json" }),
          ...headers,
          ...(given.headers && checkedHeaders(given.headers)),
        },
        body,
        options: given,
        id: hasId ? where.split("/").at(-1) : undefined,
        reading,
      };
      // Only a raw request resolves to something other than an answer.
      return send(request, this.wire) as Promise<Answer>;
    } catch (error) {
      return Promise.reject(argumentErrorOf(error));
    }
  }
}
