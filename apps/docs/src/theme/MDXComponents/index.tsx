import Original from "@theme-original/MDXComponents";
import { CodeBlock } from "../../components/code/code-block.tsx";
import { Example } from "../../components/example/index.tsx";
import { InstallTabs } from "../../components/install/install-tabs.tsx";
import { Unpublished } from "../../components/publication/unpublished.tsx";
import { Screenshot } from "../../components/screenshot/screenshot.tsx";
import { Static } from "../../components/static/static.tsx";

export default { ...Original, CodeBlock, Example, InstallTabs, Screenshot, Static, Unpublished };
