import type { Operator } from "../operator.ts";

type Method = Parameters<Operator>[0];

/** Calls an operation whose response is one object. @throws StartError with the API's reason */
export async function readOne<T>(
  operator: Operator,
  method: Method,
  path: string,
  body?: object,
): Promise<T> {
  const response = await operator(method, path, body);
  return (await response.json()) as T; // as the contract says
}

/** Reads every page of a list, or its first `most` items. @throws StartError with the API's reason */
export async function readAll<T>(
  operator: Operator,
  list: string,
  most: number = Number.POSITIVE_INFINITY,
): Promise<readonly T[]> {
  const all: T[] = [];
  const limit = `${list.includes("?") ? "&" : "?"}limit=${Math.min(most, 500)}`;
  for (let path: string | undefined = list + limit; path !== undefined && all.length < most; ) {
    const response: Response = await operator("GET", path);
    all.push(...((await response.json()) as T[])); // as the contract says
    path = /<[^>]*\/v1(\/[^>]*)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  }
  return all.slice(0, most);
}
