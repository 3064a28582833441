import { describe, expect, it } from "vitest";
import { cursorQuery, pageOf } from "./pages.ts";

const response = (headers: Record<string, string>) => new Response("[]", { headers });

describe("pageOf", () => {
  it("reads the next cursor and the total", () => {
    const link = '</v1/api-keys?limit=2&cursor=a%2Fb>; rel="next"';
    const page = pageOf({ data: [1, 2], response: response({ Link: link, "X-Total-Count": "7" }) });
    expect(page).toEqual({ items: [1, 2], nextCursor: "a/b", total: 7 });
  });

  it("takes the next page's link among several", () => {
    const link =
      '<https://x.org/k?cursor=first>; rel="first", <https://x.org/k?cursor=n>; rel="next"';
    expect(pageOf({ response: response({ Link: link }) }).nextCursor).toBe("n");
  });

  it("ends where there is no link", () => {
    expect(pageOf({ response: response({}) })).toEqual({
      items: [],
      nextCursor: undefined,
      total: undefined,
    });
  });
});

describe("cursorQuery", () => {
  it("leaves the cursor of the first page out", () => {
    expect(cursorQuery(undefined, 5)).toEqual({ limit: 5 });
    expect(cursorQuery("c", 5)).toEqual({ limit: 5, cursor: "c" });
  });
});
