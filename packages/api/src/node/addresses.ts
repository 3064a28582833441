import { isIP, isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

/** A set of addresses. */
export interface AddressRanges {
  readonly has: (address: string) => boolean;
}

/**
 * An IP address in the form in which addresses are compared: without a zone, and as IPv4 if it is mapped into IPv6.
 * Undefined for any other text.
 */
export function readAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  const [address = ""] = text.split("%");
  return isIP(address) === 0 ? undefined : ipaddr.process(address).toString();
}

/** The part of an address that stands for one client: providers give each at least 64 bits of IPv6. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return address;
  const parts = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${parts.join(":")}::/64`;
}

const LOOPBACK = ["127.0.0.0/8", "::1/128"];

/**
 * Reads addresses, ranges such as `10.0.0.0/8` or `fd00::/8`, and `loopback`, with commas between them.
 *
 * @returns undefined if any entry is none of these
 */
export function readAddressRanges(text: string): AddressRanges | undefined {
  const parts = text.split(",").map((part) => part.trim().toLowerCase());
  const ranges = parts.flatMap((part) => (part === "loopback" ? LOOPBACK : part)).map(readRange);
  if (!ranges.every((range) => range !== undefined)) return undefined;
  return {
    has(address) {
      const parsed = ipaddr.process(address);
      return ranges.some(
        ([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits),
      );
    },
  };
}

type Range = [base: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

function readRange(text: string): Range | undefined {
  const [address = "", prefix, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const base = ipaddr.parse(address);
  const most = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? most : readBits(prefix, most);
  if (bits === undefined) return undefined;
  if (!(base instanceof ipaddr.IPv6) || !base.isIPv4MappedAddress()) return [base, bits];
  // Addresses are compared as IPv4 if they are mapped into IPv6.
  return bits < 96 ? undefined : [base.toIPv4Address(), bits - 96];
}

function readBits(text: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
