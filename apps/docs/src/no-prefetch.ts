/**
 * Disables Docusaurus's prefetching of the page of every visible link, which looks up each page among all routes during
 * hydration. Docusaurus still loads a page when the reader points at its link.
 */
export function onRouteUpdate(): void {
  // Docusaurus sets this global before it renders links. It has no type.
  const { docusaurus } = window as unknown as { docusaurus: { prefetch: () => unknown } };
  if (docusaurus.prefetch !== skip)
    Object.assign(window, { docusaurus: { ...docusaurus, prefetch: skip } });
}

function skip(): false {
  return false;
}
