import { describe, expect, it } from "vitest";
import { networkOf, readAddress, readAddressRanges } from "./addresses.ts";
import { readForwarding } from "./forwarding.ts";

it.each([
  ["127.0.0.1", "127.0.0.1"],
  ["::ffff:10.1.2.3", "10.1.2.3"],
  ["2001:DB8:0:0::1", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["127.1", undefined],
  ["0x7f.0.0.1", undefined],
  ["example.com", undefined],
  ["", undefined],
])("reads the address %j as %j", (text, address) => {
  expect(readAddress(text)).toBe(address);
});

it.each([
  ["203.0.113.5", "203.0.113.5"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
])("takes %s for a client of the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe("address ranges", () => {
  it.each([
    ["loopback", ["127.0.0.1", "127.9.9.9", "::1"], ["128.0.0.1", "::2"]],
    ["10.0.0.0/8", ["10.0.0.0", "10.255.255.255"], ["11.0.0.0", "a00::"]],
    ["10.0.0.1", ["10.0.0.1"], ["10.0.0.2"]],
    ["fd00::/8, 192.0.2.0/24", ["fd12::1", "192.0.2.9"], ["fe00::1", "192.0.3.1"]],
    ["::ffff:10.0.0.0/104", ["10.1.2.3"], ["11.0.0.0"]],
    ["0.0.0.0/0", ["1.2.3.4"], ["::1"]],
  ])("%s", (text, inside, outside) => {
    const ranges = readAddressRanges(text);
    for (const address of inside) expect([address, ranges?.has(address)]).toEqual([address, true]);
    for (const address of outside)
      expect([address, ranges?.has(address)]).toEqual([address, false]);
  });

  it.each([
    "",
    "10.0.0.0/33",
    "10.0.0",
    "::/129",
    "10.0.0.0/8/8",
    "10.0.0.0/-1",
    "any",
    "10.0.0.1,",
  ])("are not %j", (text) => {
    expect(readAddressRanges(text)).toBeUndefined();
  });
});

describe("X-Forwarded-*", () => {
  const proxies = readAddressRanges("loopback, 10.0.0.0/8");
  const read = (peer: string, headers: Record<string, string>) =>
    readForwarding(peer, headers, proxies);

  it("does not count from a client that is not a trusted proxy", () => {
    const headers = { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.example" };
    const untouched = { protocol: undefined, host: undefined };
    expect(read("192.0.2.1", headers)).toEqual({ address: "192.0.2.1", ...untouched });
    expect(readForwarding("127.0.0.1", headers, undefined)).toEqual({
      address: "127.0.0.1",
      ...untouched,
    });
  });

  it.each([
    ["1.2.3.4", "1.2.3.4"],
    ["6.6.6.6, 1.2.3.4", "1.2.3.4"],
    ["6.6.6.6, 1.2.3.4, 10.0.0.9", "1.2.3.4"],
    ["10.0.0.8, 10.0.0.9", "10.0.0.8"],
    ["1.2.3.4:5678", "1.2.3.4"],
    ["[2001:db8::5]:443", "2001:db8::5"],
    ["6.6.6.6, unknown, 10.0.0.9", "10.0.0.9"],
    ["", "127.0.0.1"],
  ])("takes the client of %j for %s", (list, address) => {
    expect(read("127.0.0.1", { "x-forwarded-for": list }).address).toBe(address);
  });

  it("takes protocol and host from the outermost trusted proxy", () => {
    const through = (list: string, protocol: string) =>
      read("127.0.0.1", { "x-forwarded-for": list, "x-forwarded-proto": protocol }).protocol;
    expect(through("1.2.3.4", "https")).toBe("https");
    expect(through("1.2.3.4", "https, http")).toBe("http");
    expect(through("1.2.3.4, 10.0.0.9", "ftp, https, http")).toBe("https");
    expect(through("1.2.3.4, 10.0.0.9", "https")).toBe("https");
    expect(read("127.0.0.1", { "x-forwarded-host": "a.example" }).host).toBe("a.example");
  });
});
