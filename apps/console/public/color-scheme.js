// Runs before the first paint, so that a dark page does not flash white. The policy allows no inline script.
(() => {
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("sinkove-color-scheme") ?? "auto";
  } catch {
    // Storage is blocked: follow the system.
  }
  const isDark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
})();
