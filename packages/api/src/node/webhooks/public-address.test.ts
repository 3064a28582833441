import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isPublicAddress } from "./public-address.ts";

/** One address or two of each special range of IANA's registries, and forms that carry another address. */
const NOT_PUBLIC = [
  ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254"],
  ...["127.0.0.1", "127.255.255.254", "169.254.0.1", "169.254.169.254", "172.16.0.1"],
  ...["172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.31.196.1", "192.52.193.1"],
  ...["192.88.99.1", "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1"],
  ...["198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255"],
  ...["240.0.0.1", "255.255.255.255"],
  ...["::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8"],
  ...["::ffff:7f00:1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::8.8.8.8"],
  ...["64:ff9b:1::1", "100::1", "100:0:0:1::1", "2001::1", "2001:0:53aa:64c::1", "2001:1::1"],
  ...["2001:2::1", "2001:3::1", "2001:4:112::1", "2001:10::1", "2001:20::1", "2001:30::1"],
  ...["2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "2620:4f:8000::1", "3fff::1"],
  ...["5f00::1", "4000::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1"],
  ...["ff02::1", "ffff::1"],
];

const PUBLIC = [
  ...["1.1.1.1", "8.8.8.8", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.15.255.255"],
  ...["172.32.0.1", "192.167.255.255", "198.17.255.255", "198.20.0.1", "223.255.255.255"],
  ...["2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450::1", "2001:200::1"],
];

describe("isPublicAddress", () => {
  it.each(NOT_PUBLIC)("refuses %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(PUBLIC)("accepts %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it("refuses what is not an address", () => {
    for (const text of ["", " ", "localhost", "127.1", "0x7f.1", "2130706433", "1.2.3", "[::1]"])
      expect([text, isPublicAddress(text)]).toEqual([text, false]);
  });

  it("refuses every IPv6 address that carries one of IPv4, whatever that is", () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        const [a = 0, b = 0, c = 0, d = 0] = v4.split(".").map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const forms = [`::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`, `2002:${hex}::1`];
        return forms.every((form) => !isPublicAddress(form));
      }),
    );
  });
});

describe("isLoopbackAddress", () => {
  it("knows this machine in its two plain forms alone", () => {
    for (const address of ["127.0.0.1", "127.9.9.9", "::1"])
      expect([address, isLoopbackAddress(address)]).toEqual([address, true]);
    for (const address of ["10.0.0.1", "0.0.0.0", "::", "::ffff:127.0.0.1", "8.8.8.8", "localhost"])
      expect([address, isLoopbackAddress(address)]).toEqual([address, false]);
  });
});
