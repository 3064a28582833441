import type { HttpResponse } from "@sinkove/api";
import { json } from "./http.ts";

const PATH = "/healthz";
const ALIVE: HttpResponse = json({ status: "alive" });

/** Answers health checks. Returns undefined for any other request. */
export type Health = (method: string, pathname: string) => HttpResponse | undefined;

/** @param contract the served contract. If it has the path `/healthz`, that is a normal operation. */
export function createHealth(contract: object = {}): Health {
  const paths = "paths" in contract ? contract.paths : {};
  const isOperation = Object.hasOwn(Object(paths), PATH);
  return (method, pathname) => {
    const isAsked = pathname === PATH && (method === "GET" || method === "HEAD");
    return isAsked && !isOperation ? ALIVE : undefined;
  };
}
