import type { ErrorCode, OperationTypes, paths } from "@sinkove/contract";
import createClient, { type Client } from "openapi-fetch";
import { Call } from "./call.ts";
import type { Answer } from "./http/answer.ts";
import { LightRequest } from "./http/light-request.ts";
import type { Transport } from "./http/transport.ts";
import { fillPath, writeQuery } from "./http/url-parts.ts";
import type { RequestOptions } from "./options.ts";

/** The low-level client: every path of the contract, typed, and errors as values. */
export type HttpClient = Client<paths>;

/** The codes that an operation can answer with. */
export type CodesOf<Id extends keyof OperationTypes> = ErrorCode<Id>;

/** Where an operation is, and what goes into it. The methods that call it type both. */
export interface Operation {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: keyof paths;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** Sends operations: all that the resources need to know of the client. */
export interface Core {
  readonly transport: Transport;
  call<T, Code extends string>(operation: Operation, options?: RequestOptions): Call<T, Code>;
}

/** openapi-fetch over our transport. This file is the only one that knows it. */
export function createHttpClient(
  baseUrl: string,
  headers: Record<string, string>,
  transport: Transport,
): HttpClient {
  return createClient<paths>({
    baseUrl,
    headers,
    pathSerializer: (template, values) => fillPath(template, values),
    querySerializer: writeQuery,
    // A boundary: openapi-fetch uses no more of both than these have.
    Request: LightRequest as unknown as typeof Request,
    fetch: (request) => transport.send(request as unknown as LightRequest) as Promise<Response>,
  });
}

/** Makes the calls of the resources. */
export function createCore(http: HttpClient, transport: Transport): Core {
  return { transport, call: (operation, options) => new Call(request(http, operation, options)) };
}

async function request(
  http: HttpClient,
  { method, path, params, query, body }: Operation,
  options: RequestOptions = {},
): Promise<Answer> {
  const init = {
    params: { path: params, query },
    headers: options.headers,
    body,
    // The body was read and parsed below; this makes openapi-fetch hand it on untouched.
    parseAs: "stream",
    sinkove: options,
  };
  // A boundary: the path is chosen at run time here, and typed where the resources call.
  const send = http.request as unknown as Send;
  return (await send(method.toLowerCase(), path, init)).response;
}

type Send = (method: string, path: string, init: object) => Promise<{ response: Answer }>;
