import Original from "@theme-original/MDXComponents";
import { Example } from "../../components/example/index.tsx";

export default { ...Original, Example };
