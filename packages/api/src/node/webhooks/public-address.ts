import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** The only addresses of IPv6 that are given to networks (RFC 4291, section 2.4; IANA's global unicast assignments). */
const GLOBAL_UNICAST = "2000::/3";

/** Ranges that the library does not know: documentation (RFC 9637), and the rest of IANA's special block. */
const MORE_SPECIAL = ["3fff::/20", "2001::/23"];

/** Relays that are no longer in use, and whose addresses may lead anywhere (RFC 7526, RFC 7450, RFC 7535). */
const MORE_SPECIAL_V4 = ["192.0.0.0/24", "192.88.99.0/24", "192.52.193.0/24", "192.175.48.0/24"];

/**
 * Whether an address is public: in none of the special ranges of RFC 6890 and its successors. An IPv6 address that
 * contains an IPv4 address (mapped, 6to4, NAT64, Teredo) is not public, because it may lead to any of these ranges.
 *
 * @param address - an address without brackets; a zone is ignored
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined || parsed.range() !== "unicast") return false;
  // The ranges are parsed here rather than above: a server that sends no webhooks starts without them.
  if (parsed instanceof ipaddr.IPv4)
    return !MORE_SPECIAL_V4.some((range) => parsed.match(ipaddr.IPv4.parseCIDR(range)));
  const isIn = (range: string): boolean => parsed.match(ipaddr.IPv6.parseCIDR(range));
  return isIn(GLOBAL_UNICAST) && !MORE_SPECIAL.some(isIn);
}

/** Whether an address leads to this machine: 127.0.0.0/8 or ::1. Other forms of them do not count. */
export function isLoopbackAddress(address: string): boolean {
  return parse(address)?.range() === "loopback";
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [plain = ""] = address.split("%");
  return isIP(plain) === 0 ? undefined : ipaddr.parse(plain);
}
