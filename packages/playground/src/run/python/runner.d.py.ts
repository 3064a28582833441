// esbuild gives the text of the file as its default export.
declare const source: string;
// biome-ignore lint/style/noDefaultExport: that is where it is
export default source;
