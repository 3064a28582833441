// Loaded before every script of the repository: node --import ./scripts/require-node.js scripts/start.ts
// Plain JavaScript, so that an old Node can read it and say what is missing.
const OLDEST = 24;

if (Number(process.versions.node.split(".")[0]) < OLDEST) {
  const machine = `${process.platform} ${process.arch}`;
  console.error(
    `This repository runs on Node ${OLDEST}, and this is ${process.version}. npm ci installs Node ${OLDEST} from the lock file, unless optional packages are left out (--omit=optional) or there is none for this machine (${machine}). Run npm ci with them, or install Node ${OLDEST} and try again.`,
  );
  process.exit(1);
}
