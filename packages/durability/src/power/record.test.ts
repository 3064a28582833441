import { expect, it } from "vitest";
import { readRecord } from "./record.ts";

/** Encodes a text like strace with `-xx`. */
function hex(text: string): string {
  return Buffer.from(text)
    .toString("hex")
    .replaceAll(/../g, (byte) => `\\x${byte}`);
}

const FOLDER = `AT_FDCWD<${hex("/srv")}>`;

function text(content: string): string {
  return `"${hex(content)}"`;
}

function file(descriptor: number, path: string): string {
  return `${descriptor}<${hex(path)}>`;
}

function read(...lines: string[]) {
  return readRecord(lines.map((line) => `${line}\n`).join(""), "/srv");
}

it("reads what is written, where, and how much of it", () => {
  const operations = read(
    `7 openat(${FOLDER}, ${text("a")}, O_WRONLY|O_CREAT|O_TRUNC, 0600) = ${file(9, "/srv/a")}`,
    `7 write(${file(9, "/srv/a")}, ${text("one")}, 3) = 3`,
    `7 writev(${file(9, "/srv/a")}, [{iov_base=${text("tw")}, iov_len=2}, {iov_base=${text("o")}, iov_len=1}], 2) = 2`,
    `7 pwrite64(${file(9, "/srv/a")}, ${text("three")}, 5, 512) = 5`,
    `7 ftruncate(${file(9, "/srv/a")}, 2) = 0`,
    `7 mmap(NULL, 32768, PROT_READ|PROT_WRITE, MAP_SHARED, ${file(9, "/srv/a")}, 0) = 0x7f00`,
  );
  const path = "a";
  expect(operations).toEqual([
    { kind: "create", path, isFolder: false },
    { kind: "truncate", path, size: 0 },
    { kind: "write", path, offset: 0, bytes: Buffer.from("one") },
    { kind: "write", path, offset: 3, bytes: Buffer.from("tw") },
    { kind: "write", path, offset: 512, bytes: Buffer.from("three") },
    { kind: "truncate", path, size: 2 },
    { kind: "share", path },
  ]);
});

it("reads names, also those that are relative", () => {
  const operations = read(
    `7 mkdir(${text("/srv/f")}, 0700) = 0`,
    `7 rename(${text("/srv/f/a.part")}, ${text("/srv/f/a")}) = 0`,
    `7 linkat(${FOLDER}, ${text("a")}, ${FOLDER}, ${text("b")}, 0) = 0`,
    `7 unlink(${text("a")}) = 0`,
  );
  expect(operations).toEqual([
    { kind: "create", path: "f", isFolder: true },
    { kind: "rename", path: "f/a.part", to: "f/a" },
    { kind: "link", path: "a", to: "b" },
    { kind: "remove", path: "a" },
  ]);
});

it("lets a sync cover what had ended when it began, in whichever thread", () => {
  const operations = read(
    `7 pwrite64(${file(9, "/srv/a")}, ${text("x")}, 1, 0) = 1`,
    `8 fsync(${file(9, "/srv/a")} <unfinished ...>`,
    `7 pwrite64(${file(9, "/srv/a")}, ${text("y")}, 1, 0) = 1`,
    "8 <... fsync resumed>) = 0",
    `7 fdatasync(${file(5, "/srv")}) = 0`,
  );
  expect(operations.slice(2)).toEqual([
    { kind: "sync", path: "a", began: 1 },
    { kind: "sync", path: "", began: 3 },
  ]);
});

it("reads whom it has answered", () => {
  const answer = "HTTP/1.1 201 Created\r\nDate: now\r\nX-Request-ID: 0192\r\n\r\n{}";
  expect(read(`7 write(${file(9, "socket:[1]")}, ${text(answer)}, 60) = 60`)).toEqual([
    { kind: "answer", receipt: "0192" },
  ]);
});

it("leaves out what failed, did not end, or is elsewhere", () => {
  const operations = read(
    `7 unlink(${text("/srv/a")}) = -1 ENOENT (No such file or directory)`,
    `7 openat(${FOLDER}, ${text("/etc/hosts")}, O_RDONLY|O_CREAT) = ${file(9, "/etc/hosts")}`,
    `7 pwrite64(${file(9, "/srv2/a")}, ${text("x")}, 1, 0) = 1`,
    `7 pwrite64(${file(9, "/srv/a")}(deleted), ${text("x")}, 1, 0) = 1`,
    "7 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f00",
    `8 fsync(${file(9, "/srv/a")} <unfinished ...>`,
    "7 +++ killed by SIGKILL +++",
    `8 <... fsync resumed>) = ?`,
  );
  expect(operations).toEqual([]);
});

it.each([
  `copy_file_range(${file(9, "/srv/a")}, NULL, ${file(8, "/srv/b")}, NULL, 9, 0) = 9`,
  `copy_file_range(${file(9, "/etc/hosts")}, NULL, ${file(8, "/srv/b")}, NULL, 9, 0) = 9`,
  `symlink(${text("a")}, ${text("/srv/b")}) = 0`,
  `truncate(${text("/srv/b")}, 1) = 0`,
  `renameat2(${FOLDER}, ${text("a")}, ${FOLDER}, ${text("b")}, RENAME_EXCHANGE) = 0`,
  `openat(${FOLDER}, ${text("a")}, O_WRONLY|O_APPEND) = ${file(9, "/srv/a")}`,
  `write(${file(9, "/srv/a")}, ${text("no position is known")}, 3) = 3`,
])("refuses what it does not understand: %s", (line) => {
  expect(() => read(`7 ${line}`)).toThrow("is not understood");
});

it("refuses a record that is cut", () => {
  const line = `7 pwrite64(${file(9, "/srv/a")}, ${text("x")}..., 2, 0) = 2`;
  expect(() => read(line)).toThrow("only a part");
});
