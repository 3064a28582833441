import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { json } from "./http.ts";

const PATH = "/healthz";
const ALIVE: HttpResponse = json({ status: "alive" });

/** Answers whether the mock server runs; undefined for any other request. */
export type Health = (request: Pick<HttpRequest, "method" | "url">) => HttpResponse | undefined;

/** @param contract that is served; if it has `/healthz` itself, that is an operation like any other */
export function createHealth(contract: object = {}): Health {
  const paths = "paths" in contract ? contract.paths : {};
  const isOperation = Object.hasOwn(Object(paths), PATH);
  return ({ method, url }) => {
    const isAsked = (method === "GET" || method === "HEAD") && readTarget(url).pathname === PATH;
    return isAsked && !isOperation ? ALIVE : undefined;
  };
}
