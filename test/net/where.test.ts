import { expect, test } from "vitest";
import { whereIs } from "../../lib/net/where.ts";

test.each([
  "http://127.0.0.1:8765/admin",
  "http://localhost/",
  "http://localhost.:80/",
  "http://LOCALHOST/",
  "http://a.b.localhost/",
  "http://127.1/",
  "http://127.99.3.4/",
  "http://2130706433/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://0.0.0.0:8000/",
  "http://[::1]:8000/",
  "http://[::]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://①②⑦.0.0.1/",
])("%s is this machine", (address) => {
  expect(whereIs(new URL(address))).toBe("here");
});

test.each([
  "https://10.0.0.1/",
  "https://172.16.0.1/",
  "https://172.31.255.255/",
  "https://192.168.1.1/",
  "https://3232235777/",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1/",
  "https://198.18.0.1/",
  "https://224.0.0.1/",
  "https://255.255.255.255/",
  "https://[fc00::1]/",
  "https://[fd12:3456::1]/",
  "https://[fe80::1]/",
  "https://[febf::1]/",
  "https://[fec0::1]/",
  "https://[ff02::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://[2002:c0a8:101::1]/",
  "https://[64:ff9b::c0a8:101]/",
  "https://[64:ff9b:1::1]/",
  "https://printer.local/",
  "https://printer.local./",
  "https://nas.home.arpa/",
  "https://wiki.internal/",
  "https://router.lan/",
  "https://localhost.localdomain/",
  "https://router/",
])("%s is the network around it", (address) => {
  expect(whereIs(new URL(address))).toBe("near");
});

test.each([
  "https://feed.example.org/",
  "https://localhost.example.org/",
  "https://local.example/",
  "https://127.0.0.1.example.org/",
  "https://11.0.0.1/",
  "https://172.15.0.1/",
  "https://172.32.0.1/",
  "https://192.167.1.1/",
  "https://100.63.0.1/",
  "https://[2606:2800:220:1::1]/",
  "https://[2002:0808:0808::1]/",
  "https://[::ffff:8.8.8.8]/",
])("%s is the net", (address) => {
  expect(whereIs(new URL(address))).toBe("net");
});
