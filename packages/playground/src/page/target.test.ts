import { expect, test } from "vitest";
import { faultOf, recallTarget, rememberTarget, type TargetChoice, urlOf } from "./target.ts";

const SITE = "https://docs.example/en/";

test("a target's address is what programs get as SINKOVE_API_URL", () => {
  expect(urlOf({ kind: "page", apiUrl: "" }, SITE)).toBe("https://docs.example/en/sandbox");
  expect(urlOf({ kind: "mock", apiUrl: "https://x.example" }, SITE)).toBe("http://127.0.0.1:4010");
  expect(urlOf({ kind: "api", apiUrl: "https://x.example/v1/" }, SITE)).toBe(
    "https://x.example/v1",
  );
});

test.each(["", "x", "ftp://x.example", "https://a:b@x.example", "https://x.example/?key=1"])(
  "an invalid URL is refused, and not stored: %j",
  (apiUrl) => {
    expect(faultOf(apiUrl)).toBeTypeOf("string");
    const kept = new Map<string, string>();
    rememberTarget({ setItem: (name, value) => kept.set(name, value) }, { kind: "api", apiUrl });
    expect([...kept.values()]).toEqual(['{"kind":"api","apiUrl":""}']);
  },
);

test("a stored choice is restored; an invalid one becomes the page", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  const choice: TargetChoice = { kind: "api", apiUrl: "https://x.example" };
  rememberTarget(storage, choice);
  expect(recallTarget(storage)).toEqual(choice);
  for (const damaged of ["{", "null", '{"kind":"moon"}', '"api"']) {
    kept.set("sinkove-target", damaged);
    expect(recallTarget(storage).kind).toBe("page");
  }
});
