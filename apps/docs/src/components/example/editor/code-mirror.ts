// This import is first: Prism starts on its own otherwise.
import "./manual-prism.ts";

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, gutters, keymap, lineNumbers } from "@codemirror/view";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { changeBetween } from "./change-between.ts";
import { type FaultyLine, faultyLine, showFault } from "./faulty-line.ts";
import { indentation } from "./indentation.ts";
import { highlighting } from "./prism-highlighting.ts";
import { theme } from "./theme.ts";

/** Where the reader's selection starts and ends, in characters. */
export interface Selection {
  readonly anchor: number;
  readonly head: number;
}

export interface CodeEditorOptions {
  readonly language: Language;
  readonly label: string;
  readonly code: string;
  readonly selection?: Selection;
  readonly onChange: (code: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun: () => void;
  /** Escape. */
  readonly onLeave: () => void;
}

export interface CodeEditor {
  readonly focus: () => void;
  readonly selectAll: () => void;
  /** Shows code that something else has written. */
  readonly show: (code: string) => void;
  /** Marks the line of an error, or none. */
  readonly mark: (line: FaultyLine) => void;
  readonly destroy: () => void;
}

/**
 * Puts an editor into an element. It is in a shadow root, where CodeMirror's styles are adopted style sheets: in the
 * document they would be a `<style>` element, which the content security policy refuses. Tab leaves the editor.
 */
export function createCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const { code, selection } = options;
  const state = EditorState.create({
    doc: code,
    ...(selection && { selection: withinCode(selection, code) }),
    extensions: extensionsOf(options),
  });
  const view = new EditorView({ state, root, parent: root });
  return {
    focus: () => view.focus(),
    selectAll: () => view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } }),
    show(next) {
      const changes = changeBetween(view.state.doc.toString(), next);
      if (changes) view.dispatch({ changes });
    },
    mark: (line) => view.dispatch({ effects: showFault.of(line) }),
    destroy: () => view.destroy(),
  };
}

function extensionsOf({ language, label, onChange, onRun, onLeave }: CodeEditorOptions) {
  const run = () => {
    onRun();
    return true;
  };
  const leave = () => {
    onLeave();
    return true;
  };
  return [
    Prec.highest(
      keymap.of([
        { key: "Ctrl-Enter", run },
        { key: "Meta-Enter", run },
        { key: "Escape", run: leave },
      ]),
    ),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    history(),
    lineNumbers(),
    // They scroll with the code: the space that they stand in is narrow.
    gutters({ fixed: false }),
    bracketMatching(),
    indentUnit.of(language === "py" ? "    " : "  "),
    indentation,
    EditorState.languageData.of(() => [
      { commentTokens: { line: language === "ts" ? "//" : "#" } },
    ]),
    highlighting(language),
    faultyLine,
    // It has a place in the order of Tab without a tabindex, but axe asks for one where code is scrolled.
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
    theme,
  ];
}

/** A text area counts a selection in the same characters, but its text may be older. */
function withinCode({ anchor, head }: Selection, { length }: string): Selection {
  return { anchor: Math.min(anchor, length), head: Math.min(head, length) };
}
