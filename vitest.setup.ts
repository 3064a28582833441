import fc from "fast-check";

// The same cases each time, so that a failure is a change's. `npm run soak -- properties` draws others.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });
