import { expect, it } from "vitest";
import { hostOf, normalUrl, urlRule } from "./endpoint-url.ts";

it("names an endpoint by its host, without the parts that may be secret", () => {
  expect(hostOf("https://hooks.example.com:8443/T0/B1/secret?token=x")).toBe(
    "hooks.example.com:8443",
  );
  expect(hostOf("nonsense")).toBe("Webhook endpoint");
});

it.each(["", "  ", "hooks.example.com", "ftp://example.com/", "javascript:alert(1)", "https://"])(
  "refuses %j",
  (text) => {
    expect(urlRule(text)).toBe("Enter a URL that begins with https://.");
  },
);

it("accepts http URLs, because servers for development allow them", () => {
  expect(urlRule("http://127.0.0.1:3001/")).toBeNull();
  expect(urlRule(" HTTPS://hooks.example.com/sinkove ")).toBeNull();
});

it("counts the characters that are sent", () => {
  const base = "https://hooks.example.com/";
  expect(urlRule(base + "x".repeat(2048 - base.length))).toBeNull();
  expect(urlRule(base + "é".repeat(400))).toBe("Use 2048 characters or fewer.");
});

it("sends the scheme and the host in lower case", () => {
  expect(normalUrl(" HTTPS://Hooks.Example.com/Path ")).toBe("https://hooks.example.com/Path");
});
