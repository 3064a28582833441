#!/usr/bin/env node
// Committed, so that npm can link it and make it executable before anything is built.
import "../dist/main.js";
