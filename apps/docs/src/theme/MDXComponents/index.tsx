import { Example } from "@site/src/components/example/index.tsx";
import Original from "@theme-original/MDXComponents";

export default { ...Original, Example };
