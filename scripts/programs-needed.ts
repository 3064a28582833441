/** How to install a program on each system. */
interface Remedies {
  readonly debian: string;
  readonly macos: string;
  readonly windows: string;
}

/** A program that the tests need. */
export interface Need {
  readonly name: string;
  readonly remedies: Remedies;
  /** The tests that are left out without it. Undefined if all tests need it. */
  readonly leavesOut?: string;
}

const GIT = "install Git for Windows, and put its folder usr\\bin on the PATH";

export const needs = {
  python: {
    name: "Python 3.10 or later, with its venv module",
    remedies: {
      debian: "apt-get install python3 python3-venv",
      macos: "brew install python",
      windows: "winget install Python.Python.3.13",
    },
  },
  newerPython: {
    name: "Python 3.12 or later, with its venv module",
    remedies: {
      debian: "apt-get install python3 python3-venv on Debian 13, or pyenv install 3.13",
      macos: "brew install python",
      windows: "winget install Python.Python.3.13",
    },
    leavesOut: "the tests with Sinkove's official Python client",
  },
  bash: {
    name: "bash",
    remedies: { debian: "apt-get install bash", macos: "part of macOS", windows: GIT },
  },
  curl: {
    name: "curl",
    remedies: {
      debian: "apt-get install curl",
      macos: "part of macOS",
      windows: "part of Windows",
    },
  },
  git: {
    name: "git",
    remedies: {
      debian: "apt-get install git",
      macos: "xcode-select --install",
      windows: "winget install Git.Git",
    },
  },
  jq: {
    name: "jq",
    remedies: {
      debian: "apt-get install jq",
      macos: "brew install jq",
      windows: "winget install jqlang.jq",
    },
    leavesOut:
      "the shell examples that use jq, and the comparison of the page's jq with the real one",
  },
  strace: {
    name: "strace",
    remedies: {
      debian: "apt-get install strace",
      macos: "run the tests on Linux",
      windows: "run the tests on Linux",
    },
    leavesOut: "the tests of a loss of power",
  },
  chromium: {
    name: "Chromium",
    remedies: {
      debian: "npx playwright-core install --with-deps chromium",
      macos: "npx playwright-core install chromium",
      windows: "npx playwright-core install chromium",
    },
  },
} satisfies Readonly<Record<string, Need>>;

export type NeedName = keyof typeof needs;
