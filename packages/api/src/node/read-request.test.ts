import { once } from "node:events";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReadRequest } from "./read-request.ts";

const readRequest = createReadRequest();

function incoming(url: string, host: string | undefined = "localhost:8080"): IncomingMessage {
  const message = new IncomingMessage(new Socket());
  return Object.assign(message, {
    url,
    method: "GET",
    headers: host === undefined ? {} : { host },
  });
}

describe("readRequest", () => {
  it("has the URL that a Request would have", () => {
    const part = fc.oneof(
      fc.constantFrom(".", "..", "%2e", "/", "?", "#", "\\", "%zz", "é", " ", '"', "{", "v1"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const url = `/${parts.join("")}`;
        expect(readRequest(incoming(url)).url).toBe(new URL(`http://localhost:8080${url}`).href);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes the path of a whole URL", () => {
    const request = incoming("http://localhost:8080/v1/me?a=1");
    expect(readRequest(request).url).toBe("http://localhost:8080/v1/me?a=1");
  });

  it.each(["http://elsewhere/v1/me", "http://user@localhost:8080/v1/me", "https://localhost/"])(
    "refuses the whole URL %s, which is not that of the Host",
    (url) => {
      expect(() => readRequest(incoming(url))).toThrow(TypeError);
    },
  );

  it.each(["Host", "Authorization"])("refuses two %s headers", (name) => {
    const message = incoming("/me");
    message.rawHeaders = [name, "localhost:8080", name.toLowerCase(), "other"];
    expect(() => readRequest(message)).toThrow(`there are two ${name} headers`);
  });

  it.each(["", "*", "me", "ftp://host/me"])("refuses the target %j", (url) => {
    expect(() => readRequest(incoming(url))).toThrow(TypeError);
  });

  it.each(["a b", "a/b", "a@b", "a?b", "a#b", "", "a:99999", "1.2.3.999", "a\\b"])(
    "refuses the Host %j",
    (host) => {
      expect(() => readRequest(incoming("/me", host))).toThrow(TypeError);
    },
  );

  it.each(["LOCALHOST", "[::1]:8080", "127.0.0.1:80", "a.b-c.example"])(
    "accepts the Host %j",
    (host) => {
      expect(readRequest(incoming("/me", host)).url).toBe(new URL(`http://${host}/me`).href);
    },
  );

  it("reads a body as far as it may be long", async () => {
    const read = (text: string): Promise<Uint8Array | undefined> => {
      const message = incoming("/me");
      for (const letter of text) message.push(letter);
      message.push(null);
      return readRequest(message).readBody(3);
    };
    expect(await read("")).toHaveLength(0);
    expect(new TextDecoder().decode(await read("abc"))).toBe("abc");
    expect(await read("abcd")).toBeUndefined();
  });

  it("reads an empty body of a request that has ended", async () => {
    const message = incoming("/me");
    message.push(null);
    message.resume();
    await once(message, "end");
    expect(await readRequest(message).readBody(3)).toHaveLength(0);
  });

  it("rejects where the body breaks off", async () => {
    const message = incoming("/me");
    const body = readRequest(message).readBody(3);
    message.push("a");
    message.destroy(new Error("gone"));
    await expect(body).rejects.toThrow("gone");
  });

  it("rejects where the body broke off before it is read", async () => {
    const message = incoming("/me");
    message.push("a");
    message.destroy();
    await once(message, "close");
    await expect(readRequest(message).readBody(3)).rejects.toThrow("broke off");
  });

  it("throws away the rest of a body that is too long, so that the next request can come", async () => {
    const message = incoming("/me");
    message.push("abcd");
    expect(await readRequest(message).readBody(3)).toBeUndefined();
    message.push("e");
    message.push(null);
    await once(message, "end");
    expect(message.readableLength).toBe(0);
  });
});
