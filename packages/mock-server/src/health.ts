import type { HttpResponse } from "@sinkove/api";
import { json } from "./http.ts";

const PATH = "/healthz";
const ALIVE: HttpResponse = json({ status: "alive" });

/** Answers whether the mock server runs; undefined for any other request. */
export type Health = (method: string, pathname: string) => HttpResponse | undefined;

/** @param contract that is served; if it has `/healthz` itself, that is an operation like any other */
export function createHealth(contract: object = {}): Health {
  const paths = "paths" in contract ? contract.paths : {};
  const isOperation = Object.hasOwn(Object(paths), PATH);
  return (method, pathname) => {
    const isAsked = pathname === PATH && (method === "GET" || method === "HEAD");
    return isAsked && !isOperation ? ALIVE : undefined;
  };
}
