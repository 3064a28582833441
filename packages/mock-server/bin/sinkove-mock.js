#!/usr/bin/env node
// This file is committed so that npm can link it before the build, and is plain JavaScript so that old Node versions
// can parse it and print the message below.
import module from "node:module";

if (Number(process.versions.node.split(".")[0]) < 22) {
  console.error(`sinkove-mock needs Node 22 or later; this is ${process.version}.`);
  process.exit(1);
}
// Prism uses two APIs that Node has deprecated. Users cannot fix that, so they don't see the warnings.
process.noDeprecation = true;
// Later starts read the compiled code from Node's cache.
module.enableCompileCache?.();
await import("../dist/cli.js");
// Node writes the cache when the process exits, but servers started for tests are often killed. Write it now.
module.flushCompileCache?.();
