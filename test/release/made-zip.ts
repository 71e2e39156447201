/** Small zips for tests: what is in them is stored as it is. */
import { crc32 } from "node:zlib";

const VERSION = 20;

/** A zip with these files. */
export function zipOf(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const common = Buffer.alloc(26); // from the version that is needed to the length of extra fields
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const body = [Buffer.from("PK\u0003\u0004"), common, name, content];
    bodies.push(...body);
    list.push(Buffer.from("PK\u0001\u0002"), Buffer.from([VERSION, 0]), common, rest, name);
    at += body.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
