// esbuild exports the text of the file as the default export.
declare const source: string;
// biome-ignore lint/style/noDefaultExport: esbuild exports the text as the default export
export default source;
