import type { Locator, Page } from "playwright-core";

export type Language = "ts" | "sh" | "py";

/** The visible result of a program that has ended. */
export interface Shown {
  readonly phase: string;
  /** The exit status. Undefined if the program was stopped. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Requests that got an error response or no response. */
  readonly failedRequests: readonly string[];
}

/** Returns the programs of a page in one language, in the order of the page. */
export async function programsOf(page: Page, language: Language): Promise<readonly Locator[]> {
  const tab = page.locator(`[data-runnable] [data-tab="${language}"]`).first();
  if ((await tab.count()) === 0) return [];
  await tab.click();
  return page.locator(`[data-runnable] > [data-language="${language}"]`).all();
}

/** Returns the name of a program's example, or `example` if it has no file. */
export function nameOf(program: Locator): Promise<string> {
  return program.evaluate((panel) => panel.parentElement?.getAttribute("data-runnable") ?? "");
}

/** Returns the visible code of a program. */
export function codeOf(program: Locator): Promise<string> {
  return program.evaluate((panel) => {
    const code = panel.querySelector("pre > code")?.textContent ?? "";
    if (code.trim() === "") throw new Error("A program on the page has no text.");
    return code;
  });
}

/** Presses Edit unless the editor is open. Returns the editor's field once its file is loaded. */
export async function edit(program: Locator): Promise<Locator> {
  const button = program.getByRole("button", { name: "Edit" });
  if (await button.isVisible()) await button.click();
  await program.locator("[data-editor]").waitFor();
  return program.getByRole("textbox");
}

/** Returns the text in a program's editor. The field has an element for each line. */
export async function editedCode(program: Locator): Promise<string> {
  const lines = await program.getByRole("textbox").locator(".cm-line").allTextContents();
  return lines.join("\n");
}

/** Presses Run and waits for the end. */
export async function press(program: Locator): Promise<Shown> {
  await program.locator('[data-action="run"]').click();
  const ending = program.locator("[data-phase]");
  await program
    .locator('[data-phase]:not([data-phase="idle"]):not([data-phase="running"])')
    .waitFor({ state: "attached", timeout: 90_000 });
  const output = (stream: string): Promise<string> =>
    program
      .locator(`[data-stream="${stream}"]`)
      .allTextContents()
      .then((all) => all.join(""));
  const status = await ending.getAttribute("data-status");
  return {
    phase: (await ending.getAttribute("data-phase")) ?? "",
    status: status === null ? undefined : Number(status),
    stdout: await output("stdout"),
    stderr: await output("stderr"),
    failedRequests: await program
      .locator("[data-request]")
      .evaluateAll((requests) =>
        requests
          .filter(({ dataset }) => !/^[123]/.test(dataset.request ?? ""))
          .map(({ textContent }) => textContent),
      ),
  };
}
