#!/usr/bin/env node
// Committed, so that npm can link and mark it executable before anything is built.
import "../dist/main.js";
