/**
 * Where an address leads, seen from the address itself: what a stranger wrote must not make us ask the reader's own servers. A name on
 * the net that resolves to such an address cannot be distinguished from others; over https such a server has no certificate for that
 * name.
 */

/** `here`: this machine. `near`: the network around it, which the net cannot reach. `net`: everything else. */
export type Where = "here" | "near" | "net";

/** Ends of names that are given out within a network (RFC 6762, 8375, 9476 and usual routers). */
const NEAR_NAMES = /\.(?:local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/u;

/** Where an http or https address leads. Numbers in any form, and names with a dot at the end, count as what they mean. */
export function whereIs({ hostname }: URL): Where {
  const name = hostname.replace(/\.$/u, "");
  if (name.startsWith("[")) return ofIPv6(groupsOf(name.slice(1, -1)));
  // A URL has decimal, octal, hexadecimal and short forms in this one.
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(name)) return ofIPv4(name.split(".").map(Number));
  if (name === "localhost" || name.endsWith(".localhost")) return "here";
  return !name.includes(".") || NEAR_NAMES.test(name) ? "near" : "net";
}

/** Special blocks of RFC 6890, 6598 and 2544. */
function ofIPv4([a = 0, b = 0, c = 0]: readonly number[]): Where {
  if (a === 127 || a === 0) return "here";
  const near =
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 192 && b === 0 && c === 0) ||
    (a === 198 && (b === 18 || b === 19)) ||
    a >= 224;
  return near ? "near" : "net";
}

/** The eight groups of an address as a URL has it, which leaves out one run of zeros. */
function groupsOf(address: string): number[] {
  const [front = "", back] = address.split("::");
  const numbers = (part: string) => (part === "" ? [] : part.split(":").map((each) => parseInt(each, 16)));
  const [before, after] = [numbers(front), numbers(back ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function ofIPv6(groups: readonly number[]): Where {
  const [first = 0, second = 0, third = 0] = groups;
  const inLast = () => ofIPv4(bytesOf(groups[6], groups[7]));
  const zeros = groups.slice(0, 5).every((group) => group === 0);
  if (zeros && (groups[5] === 0 || groups[5] === 0xffff)) {
    const [, , , , , fifth, sixth = 0, last = 0] = groups;
    return fifth === 0 && sixth === 0 && last <= 1 ? "here" : inLast(); // ::, ::1, and IPv4 within IPv6
  }
  if (first === 0x64 && second === 0xff9b) return third === 0 ? inLast() : "near"; // NAT64
  if (first === 0x2002) return ofIPv4(bytesOf(second, third)); // 6to4
  const near = (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || first >= 0xff00;
  return near ? "near" : "net";
}

const bytesOf = (high = 0, low = 0): number[] => [high >> 8, high & 255, low >> 8, low & 255];
