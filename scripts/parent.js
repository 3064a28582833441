// Plain JavaScript, because an old Node loads it too.

/** How often the parent is looked for, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the process that started this one has ended. A signal that is sent to `npm` alone reaches
 * nobody else: npm ends, and what it runs is left behind.
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
 * A process whose parent ends gets another one, except on Windows, where the id stays.
 *
 * @param {number} parent
 */
function isRunning(parent) {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    // It is there, and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
