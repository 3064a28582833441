import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { createQueryClient } from "./api/query-client.ts";
import { createConsoleRouter } from "./router.tsx";
import { cssVariables, theme } from "./theme.ts";
import { NoticesHost } from "./ui/notices-host.tsx";

const queryClient = createQueryClient();
export const router = createConsoleRouter(queryClient);
// public/color-scheme.js reads the same key before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: "sinkove-color-scheme" });
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// react-remove-scroll reads the nonce of its style element from here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The whole console. */
export function App(): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <NoticesHost />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
