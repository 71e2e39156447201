/**
 * A certificate for the closed world, made on the spot: P-256, signed by itself, for a week. Node has no function that
 * makes one, and openssl is not on every machine, so the few structures of X.509 are written here in DER. The browsers
 * of the tests are told not to check it.
 */
import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";

const SEQUENCE = 0x30;
const SET = 0x31;
const OBJECT_ID = 0x06;
const UTF8 = 0x0c;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTC_TIME = 0x17;
/** `[0]` and `[3]`, wrapped around a value, and `[2]` as a name in a list of names. */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2 */
const ECDSA_SHA256 = "2a8648ce3d040302";
/** id-at-commonName, 2.5.4.3 */
const COMMON_NAME = "550403";
/** id-ce-subjectAltName, 2.5.29.17 */
const ALTERNATIVE_NAMES = "551d11";

function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), body]);
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), body]); // the shortest form is a must
  if (length > 0xffff) throw new RangeError("longer than a certificate needs");
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), body]);
}

const objectId = (hex: string) => der(OBJECT_ID, Buffer.from(hex, "hex"));
/** `YYMMDDHHMMSSZ`. */
const utcTime = (time: Date) =>
  der(UTC_TIME, Buffer.from(`${time.toISOString().slice(2, 19).replaceAll(/[-T:]/gu, "")}Z`));

/** Key and certificate in PEM, as `https.createServer` takes them, for these host names (`*.example` is fine). */
export function certificateFor(hosts: readonly string[]): { key: string; cert: string } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(SEQUENCE, objectId(ECDSA_SHA256));
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, objectId(COMMON_NAME), der(UTF8, Buffer.from("Hot Papers, closed world")))),
  );
  const names = der(SEQUENCE, ...hosts.map((host) => der(DNS_NAME, Buffer.from(host))));
  const now = Date.now();
  const day = 86_400_000;
  const body = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([0x01, ...Buffer.from(now.toString(16).padStart(12, "0"), "hex")])),
    algorithm,
    name,
    der(SEQUENCE, utcTime(new Date(now - day)), utcTime(new Date(now + 7 * day))),
    name,
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
    der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, objectId(ALTERNATIVE_NAMES), der(OCTET_STRING, names)))),
  );
  const unusedBits = Buffer.from([0]);
  const signed = der(
    SEQUENCE,
    body,
    algorithm,
    der(BIT_STRING, unusedBits, sign("sha256", body, privateKey)),
  );
  const lines = signed.toString("base64").match(/.{1,64}/gu) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
