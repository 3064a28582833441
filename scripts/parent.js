// Plain JavaScript, because older Node versions load it too.

/** How often to check whether the parent is running, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the process that started this one has ended. This matters if only `npm` gets a signal: npm ends,
 * but the scripts that it runs do not.
 *
 * @param {() => void} callback
 */
export function whenParentEnds(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (isRunning(parent)) return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
}

/**
 * Whether the parent is running. When it ends, the parent id of this process changes, except on Windows.
 *
 * @param {number} parent
 */
function isRunning(parent) {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    // It is running as another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
