#!/usr/bin/env node
// Committed, so that npm can link it and make it executable before anything is built. Plain JavaScript that old
// versions of Node can parse, for the message below.
if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(`sinkove-server: Node 24 or later is needed; this is ${process.version}.`);
  process.exit(1);
}
await import("../dist/main.js");
