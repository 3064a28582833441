/**
 * Docusaurus loads the page of every link that comes into view, and looks each up among all routes while the page is
 * being hydrated. Here a page is loaded when the reader points at its link, which Docusaurus does too.
 */
export function onRouteUpdate(): void {
  // A boundary: Docusaurus puts this there for its links, before the first of them is rendered.
  const { docusaurus } = window as unknown as { docusaurus: { prefetch: () => unknown } };
  if (docusaurus.prefetch !== skip)
    Object.assign(window, { docusaurus: { ...docusaurus, prefetch: skip } });
}

function skip(): false {
  return false;
}
