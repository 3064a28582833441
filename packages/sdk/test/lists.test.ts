import { expect, test } from "vitest";
import { ArgumentError, ResponseError } from "../src/index.ts";
import { errorOf, json, problem, setUp } from "./harness.ts";

function pages(count: number) {
  return setUp(({ url }) => {
    const at = Number(new URL(url).searchParams.get("cursor") ?? 0);
    const next = `<https://elsewhere.test/v1/datasets?state=READY&cursor=${at + 1}>; rel="next"`;
    const headers: HeadersInit = at + 1 < count ? { link: next, "x-total-count": "6" } : {};
    return json([{ id: `${at}a` }, { id: `${at}b` }], { headers });
  });
}

test("a list follows Link to its end, and never to another host", async () => {
  const { sinkove, seen } = pages(3);
  const ids: string[] = [];
  for await (const { id } of sinkove.datasets.list({ state: "READY" })) ids.push(id);
  expect(ids).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
  const base = "http://127.0.0.1:4010/v1/datasets?state=READY";
  expect(seen.map(({ url }) => url)).toEqual([base, `${base}&cursor=1`, `${base}&cursor=2`]);
});

test("a list sends nothing before it is read, and no more than is read", async () => {
  const { sinkove, seen } = pages(3);
  const list = sinkove.datasets.list();
  expect(seen).toEqual([]);
  for await (const _ of list) break;
  expect(seen).toHaveLength(1);
});

test("page gives one page, the cursor of the next, and the total", async () => {
  const { sinkove } = pages(2);
  const first = await sinkove.datasets.list().page();
  expect(first).toMatchObject({ items: [{ id: "0a" }, {}], nextCursor: "1", totalCount: 6 });
  const last = await sinkove.datasets.list({ cursor: "1" }).page();
  expect(last).toMatchObject({ nextCursor: undefined, totalCount: undefined });
});

test("all has a bound, and says when it is passed", async () => {
  expect(await pages(2).sinkove.datasets.list().all({ max: 4 })).toHaveLength(4);
  const error = await errorOf(pages(2).sinkove.datasets.list().all({ max: 3 }));
  expect(error).toBeInstanceOf(ArgumentError);
});

test("a list whose pages form a loop ends with an error", async () => {
  const headers = { link: '</v1/models?cursor=x>; rel="next"' };
  const { sinkove } = setUp(() => json([], { headers }));
  expect(await errorOf(sinkove.models.list().all())).toBeInstanceOf(ResponseError);
});

test.each([
  ['<?cursor=b>; rel="prev", <?cursor=c>; rel="next"', "c"],
  ['<?cursor=c>; title="next page"; rel=next', "c"],
  ['<?cursor=c>; rel="last next"', "c"],
  ['<?cursor=c>; rel="nextish"', undefined],
  ["nonsense", undefined],
])("of the Link %j the next cursor is %s", async (link, cursor) => {
  const { sinkove } = setUp(() => json([], { headers: { link } }));
  expect((await sinkove.models.list().page()).nextCursor).toBe(cursor);
});

test.each(["?", "<?", "<", ";", "; rel=", '; rel="a ', "<?cursor=a>; ", "<?cursor=a>; rel=x "])(
  "a Link of many %j takes linear time",
  async (unit) => {
    // With 60,000 characters, a quadratic pattern would take billions of steps and exceed the time limit.
    const link = `<?a>; ${unit.repeat(60_000 / unit.length)}`;
    const { sinkove } = setUp(() => json([], { headers: { link } }));
    expect((await sinkove.models.list().page()).nextCursor).toBeUndefined();
  },
  2000,
);

test("a response that is not a list is a clear error", async () => {
  const { sinkove } = setUp(() => json({ items: [] }));
  expect(await errorOf(sinkove.models.list().page())).toBeInstanceOf(ResponseError);
});

test("dates in a query are written as RFC 3339", async () => {
  const { sinkove, seen } = setUp(() => json([]));
  await sinkove.datasets.list({ createdAfter: new Date(0) }).page();
  expect(seen[0]?.url).toContain("createdAfter=1970-01-01T00%3A00%3A00.000Z");
});

test("an error on a page is thrown where it is read", async () => {
  const { sinkove } = setUp(() => problem(401, "API_KEY_REVOKED"));
  expect(await errorOf(sinkove.models.list().all())).toMatchObject({ code: "API_KEY_REVOKED" });
});
