import type { Server } from "../document.ts";
import type { Rule } from "./redocly.ts";

export const servers: Rule<{ urls: readonly string[] }> = ({ urls }) => ({
  ServerList(list: readonly Server[], { report }) {
    const found = list.map((server) => server.url);
    if (found.join() === urls.join()) return;
    report({ message: `List exactly these servers, in this order: ${urls.join(", ")}.` });
  },
});
