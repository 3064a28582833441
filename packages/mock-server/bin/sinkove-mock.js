#!/usr/bin/env node
// Committed, so that npm can link it before anything is built; plain, so that an old Node can read it.
import module from "node:module";

if (Number(process.versions.node.split(".")[0]) < 22) {
  console.error(`sinkove-mock needs Node 22 or later, and this is ${process.version}.`);
  process.exit(1);
}
// Prism uses two things that Node has deprecated; who starts this cannot mend it.
process.noDeprecation = true;
// The code is compiled once, and from then on read from Node's cache.
module.enableCompileCache?.();
await import("../dist/cli.js");
// Node keeps it at the end of a process; what runs for tests is often killed, and has none.
module.flushCompileCache?.();
