import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CurlError, readOptions } from "../src/shell/curl/options.ts";
import { buildRequest, type CurlRequest } from "../src/shell/curl/request.ts";
import { inBash, inPage } from "./bash.ts";
import { type EchoServer, type SentRequest, startEchoServer } from "./echo-server.ts";

let server: EchoServer;
beforeAll(async () => {
  server = await startEchoServer();
});
afterAll(() => server.close());

/** Headers that depend on the client and the connection, not on the command line. */
const OWN_TO_SENDER = /^(?:host|user-agent|content-length|connection|expect|accept-encoding):/;

/** Converts a request to a comparable form. */
function comparable(method: string, target: string, sent: Omit<SentRequest, "method" | "target">) {
  const headers = sent.headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => !OWN_TO_SENDER.test(line))
    .sort();
  // Browsers encode characters that curl does not, and curl's versions differ in the case of escapes such as %2F.
  const { pathname, search } = new URL(target, "http://localhost");
  const address = (pathname + search).replaceAll(/%[0-9a-f]{2}/gi, (each) => each.toUpperCase());
  return { method, target: address, headers, body: sent.body };
}

function described({ method, url, headers, body }: CurlRequest) {
  const { pathname, search } = new URL(url);
  const text = body === undefined ? "" : Buffer.from(body).toString("latin1");
  return comparable(method, pathname + search, { headers, body: text });
}

/** Returns what the page's curl sends: nothing if it rejects the command line, like curl. */
function sentBy(args: readonly string[]) {
  const options = readOptions(args);
  try {
    return [described(buildRequest(options.urls[0] ?? "", options, () => undefined))];
  } catch (error) {
    if (error instanceof CurlError) return [];
    throw error;
  }
}

/** Quotes arguments for bash. */
function quote(args: readonly string[]): string {
  return args.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}

// Only ASCII, because other characters have no meaning in headers and URLs. Another test covers bodies.
const text = fc.string({
  unit: fc.constantFrom(..."abcXYZ019 &=%+{}[]\"'$\\/:;,.@-_~"),
  maxLength: 12,
});
// No values that begin with @, which refers to a file.
const value = text.filter((each) => !each.startsWith("@"));
const fieldValue = text.map((each) => each.trim());
const token = fc.stringMatching(/^X-[A-Za-z]{1,8}$/);

const option = fc.oneof(
  fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE").map((each) => ["-X", each]),
  fc.constantFrom("POST", "PUT").map((each) => [`-X${each}`]),
  fc.constantFrom(["-s"], ["-sS"], ["--silent", "--compressed"], ["-G"], ["--get"]),
  fc.tuple(token, fieldValue).map(([name, each]) => ["-H", `${name}: ${each}`]),
  token.map((name) => ["--header", `${name};`]),
  fc.constantFrom("Accept:", "Content-Type:", "Accept;").map((each) => ["-H", each]),
  fc.constantFrom(
    ["-H", "Content-Type: application/json"],
    ["-H", "content-type:application/json"],
    ["-HAccept: text/plain"],
    ["-H", "Authorization: Bearer sinkove_test_x"],
    ["-u", "someone:fake"],
    ["-e", "http://example.com/"],
  ),
  value.map((each) => ["-d", each]),
  value.map((each) => ["--data-raw", each]),
  value.map((each) => ["--data-binary", each]),
  value.map((each) => ["--json", each]),
  fc
    .tuple(
      fc.constantFrom("", "=", "q=", "a b="),
      text.filter((each) => !/[@=]/.test(each)),
    )
    .map(([name, each]) => ["--data-urlencode", name + each]),
);
const path = fc.constantFrom("/", "/v1/datasets", "/a?b=c", "/a%20b?x=%26#part", "");

/** Whether all curl versions join the data equally: after an empty part, curl 7.88 adds a `&`, curl 8.14 does not. */
function isSameInAllVersions(options: readonly (readonly string[])[]): boolean {
  const data = options.filter(([name = ""]) => /^(?:-d|--data-|--json)/.test(name));
  const values = data.map(([, value = ""]) => value.replace(/^=$/, ""));
  return !values.slice(0, -1).includes("");
}

describe("curl", () => {
  test("sends the method, the headers and the body that real curl sends", async () => {
    const options = fc.array(option, { maxLength: 6 }).filter(isSameInAllVersions);
    const line = fc.tuple(options, path);
    // Each script has many lines, because starting bash takes a while.
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 20 }), async (lines) => {
        const commands = lines.map(([options, each]) => [...options.flat(), server.origin + each]);
        server.take();
        // The time limit is for requests to which the server does not respond, such as a HEAD with a body.
        await inBash(commands.map((args) => `curl -s -m 2 ${quote(args)}`).join("\n"));
        const sent = server.take().map((each) => comparable(each.method, each.target, each));
        expect(commands.flatMap(sentBy)).toEqual(sent);
      }),
      { numRuns: 8 },
    );
  });

  test.each([
    ["-d '' -d a", "a"],
    ["-d '' -d ''", ""],
    ["-d a -d ''", "a&"],
    ["-d a -d '' -d b", "a&&b"],
    ["--data-urlencode = -d a", "a"],
    ["--json '' -d a", "a"],
    ["-d a --json b", "ab"],
  ])("joins the data of %s as curl 8.14 does", (data, body) => {
    const args = data.split(" ").map((arg) => arg.replaceAll("'", ""));
    expect(sentBy([...args, server.origin])).toMatchObject([{ body }]);
  });

  test("sends the same with fetch", async () => {
    const lines = [
      `curl -X GET "$URL/datasets" -H "Authorization: Bearer sinkove_test_x" -H "Content-Type: application/json"`,
      `curl -sS "$URL/api-keys" -H 'Content-Type: application/json' -d '{"name": "é"}'`,
      `curl -X DELETE $URL/api-keys/1`,
      `curl -r 0-99 $URL/downloads/1`,
      `curl --json '{"a":1}' "$URL/v1/x?y=1"`,
      `printf '{"from": "stdin"}\\n' | curl -d @- $URL`,
      `printf 'kept\\n' | curl --data-binary @- $URL`,
      `echo '{"a": 2}' > body.json; curl --json @body.json $URL; rm body.json`,
    ];
    const environment = { URL: server.origin };
    for (const line of lines) {
      const script = `cd "$(mktemp -d)" && ${line}`;
      server.take();
      await inBash(script, environment);
      await inPage(line, environment);
      const [real, own] = server.take().map((each) => comparable(each.method, each.target, each));
      const added = ["accept-language", "sec-fetch-mode"];
      const headers = own?.headers.filter((each) => !added.includes(each.split(":")[0] ?? ""));
      expect({ ...own, headers }).toEqual(real);
    }
  });

  test.each([
    `curl -s $URL`,
    `curl -s -o out.txt -w '%{http_code} %{size_download}\\n' $URL; cat out.txt; rm out.txt`,
    `curl -s -o /dev/null -w '%{response_code}|%header{x-echo}|%{method}|%%' $URL`,
    `curl -sSf $URL && echo " fine"`,
    `curl -s $URL/a $URL/b`,
    `X=$(curl -s $URL); echo "got $X"`,
    `curl -s -I $URL | grep -io '^x-echo: yes' | cut -c 8-`,
    `curl -s -i $URL | grep -ic '^x-echo: yes'`,
    `curl -s -D - -o /dev/null $URL | head -n 1`,
    `curl -s --no-such-option $URL 2>/dev/null; echo $?`,
    `curl -s 2>/dev/null; echo $?`,
    `curl -s 'http://a b/' 2>/dev/null; echo $?`,
    `curl -s http://127.0.0.1:1/ ; echo $?`,
  ])("prints what real curl prints: %s", async (line) => {
    const environment = { URL: server.origin };
    const real = await inBash(`cd "$(mktemp -d)"; ${line}`, environment);
    const { stdout, status } = await inPage(line, environment);
    expect({ stdout, status }).toEqual(real);
  });

  test("ends with 22 for an error with -f, with and without the body", async () => {
    const refuse = async () => new Response("no", { status: 429 });
    const run = (line: string) => inPage(`${line} http://a.test; echo " $?"`, {}, refuse);
    expect((await run("curl -s")).stdout).toBe("no 0\n");
    expect((await run("curl -sf")).stdout).toBe(" 22\n");
    expect((await run("curl -s --fail-with-body")).stdout).toBe("no 22\n");
    expect((await run("curl -sSf")).stderr).toContain("(22) The requested URL returned error: 429");
    expect((await run("curl -sf")).stderr).toBe("");
  });

  test("retries after a transient error, as often as --retry says", async () => {
    const answers = [503, 503, 200];
    const answer = async () => new Response(null, { status: answers.shift() ?? 200 });
    const { stdout } = await inPage(
      "curl -s --retry 2 -o /dev/null -w '%{http_code}' http://a.test",
      {},
      answer,
    );
    expect(stdout).toBe("200");
  });

  test("removes the body of a GET, and says so", async () => {
    const { stderr } = await inPage("curl -s -X GET -d '{}' $URL", { URL: server.origin });
    expect(stderr).toContain("send no body with GET");
  });
});
