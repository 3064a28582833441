import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inBash, inPage } from "./bash.ts";

const scripts: readonly string[] = [
  `echo a 'b  c' "d  $HOME_OF" e\\ f`,
  `X=1; Y="$X 2"; echo $Y "$Y" \${Y}x "\${Z:-none}" \${Z-} "\${X:+there}"`,
  `X="a   b"; echo $X; echo "$X"; echo p$X-q`,
  `echo "$(echo one; echo two)" $(printf '%s\\n' 3 4)`,
  `echo \\$HOME '$HOME' "\\$HOME" "\\\\" "\\a"`,
  `echo one && echo two || echo three; false && echo four || echo five`,
  `if [ 1 -eq 2 ]; then echo a; elif [ x = x ]; then echo b; else echo c; fi`,
  `for i in 1 2 "3 4"; do echo "<$i>"; done`,
  `for i in $(seq 1 3); do if [ "$i" = 2 ]; then continue; fi; echo $i; done`,
  `n=0; while [ $n -lt 3 ]; do n=$((n + 1)); echo $n; done; echo $((2 * (3 + 4) % 5))`,
  `n=0; until [ $n -ge 2 ]; do n=$((n+1)); done; echo "done: $n"`,
  `set -e; echo a; false || echo b; false; echo never`,
  `set -eu; echo \${NOTHING:-x}; echo $NOTHING; echo never`,
  `set -o pipefail; false | cat; echo $?; true | false; echo $?`,
  `cat <<EOF\nHello $X "quoted" \\$Y $(echo sub)\nEOF`,
  `X=1\ncat <<'EOF'\nHello $X\nEOF\necho after`,
  `cat <<< "here $((1+1))"`,
  `printf '%s=%d\\n' a 1 b 2; printf '%5s|%-5s|%%\\n' x y; printf 'no newline'`,
  `echo -n a; echo b; echo -e 'c\\td'`,
  `printf 'b\\na\\nc\\n' | sort | head -n 2; printf '1\\n2\\n3\\n' | tail -n 1`,
  `printf 'X-One: 1\\nx-two: 2\\nother\\n' | grep -i '^x-' ; printf 'a\\n' | grep -q b; echo $?`,
  `printf 'a:b:c\\n' | cut -d: -f2; printf 'a-b' | tr -d '-'; printf 'abc' | tr ab xy`,
  `printf 'a\\nb\\n' | wc -l`,
  `X=before; echo "$(X=inside; echo $X)" $X; Y=one env_unused= true; echo "[$Y]"`,
  `X=sinkove_test_abc; echo "\${X%_*}" "\${X##*_}" "\${X#*_}" "\${X%%_*}"`,
  `exit 3`,
  `exit -1`,
  `exit 256`,
  `false; exit`,
  `exit three; echo never`,
  `(exit 3) 2>/dev/null`.replace(/.*/, `false; echo $?; ! false; echo $?; [ -z "" ] && echo empty`),
  `{ echo grouped; }; [ ! -n "" -a 1 -lt 2 ] && echo both; [ a = b -o 1 -eq 1 ] && echo either`,
  `echo out; echo err >&2; echo none > /dev/null; echo "a # b" # a comment`,
  `echo one \\\n  two \\\n  three`,
  `X=$(echo '{"a": [1, 2]}'); echo "$X"; echo '{"n":"'"$X"'"}'`,
  `echo "a\nb"; echo $'a\\nb\\x41'`,
  `test 1 = 1 && echo yes; true; false; echo $?`,
  `if ! false; then echo not; fi; if false; then :; fi; echo $?`,
  `for a in x; do for b in 1 2; do echo $a$b; break; done; done`,
];

describe("a script", () => {
  test.each(scripts)("has the same result in the page as in bash: %j", async (script) => {
    const environment = { HOME_OF: "h  o" };
    const { stdout, status } = await inPage(script, environment);
    expect({ stdout, status }).toEqual(await inBash(script, environment));
  });

  test("quotes any text so that it arrives whole", async () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab $\"'\\`#&|;<>(){}*?![]~=\n\t é") });
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const quoted = `'${value.replaceAll("'", `'\\''`)}'`;
        expect((await inPage(`printf '%s' ${quoted}`)).stdout).toBe(value);
        expect((await inPage(`printf '%s' "$V"`, { V: value })).stdout).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  test("expands generated words as bash does", async () => {
    const part = fc.constantFrom(
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are shell expansions
      ...["a", "b c", " ", "$X", '"$X"', "'$X'", "${X:-d e}", '"${E:-d e}"', "$E", '"$E"', "\\ "],
      ...["$(echo f g)", '"$(echo f  g)"', "$((1+2))", '""', "''", "-", '"h i"', "\\$X", "${X%c}"],
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are shell expansions
    );
    const line = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
    // Each script has many lines, because starting bash takes longer than expanding them.
    const lines = fc.array(line, { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const script = all.map((each) => `for w in ${each}; do printf '<%s>' "$w"; done; echo`);
        const environment = { X: "b  c", E: "" };
        const { stdout, status } = await inPage(script.join("\n"), environment);
        expect({ stdout, status }).toEqual(await inBash(script.join("\n"), environment));
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["echo `date`", "Write $(…)"],
    ["f() { echo a; }", "Functions"],
    ["sleep 1 &", "background"],
    ["ls *.zip", "wildcards"],
    ["case a in a) echo b;; esac", "`case` is not supported here"],
    ["[[ a == b ]]", "Write [ … ]"],
    ["echo 'a", "not closed"],
    ["if true; then echo a", "missing"],
    ["echo a\necho b\ncat <<EOF\nc", "line 4: The here-document has no end"],
  ])("reports unsupported syntax in %j before anything is run", async (script, message) => {
    const { stdout, stderr, status } = await inPage(`echo first\n${script}`);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test("lists the available commands", async () => {
    const { stderr, status } = await inPage("python3 -c 'print(1)'");
    expect(stderr).toContain(
      "python3: this command is not available in this page. Available commands: :, [, ",
    );
    expect(status).toBe(127);
  });
});
