import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demerit, ROOT } from "../cli/run.ts";

/** Anything that reaches for the network ends the process with a word. */
const CLOSED = `import { createRequire } from "node:module"; const require = createRequire("file:///");
  const refuse = (what) => () => { process.stderr.write("REACHED FOR THE NETWORK: " + what + "\\n"); process.exit(99); };
  require("node:net").Socket.prototype.connect = refuse("connect");
  require("node:net").Server.prototype.listen = refuse("listen");
  require("node:dgram").createSocket = refuse("dgram");
  for (const name of ["lookup", "resolve"]) require("node:dns")[name] = refuse("dns");
  globalThis.fetch = refuse("fetch"); globalThis.WebSocket = refuse("WebSocket");`;
const node = ["--import", `data:text/javascript,${encodeURIComponent(CLOSED)}`];

test("the closed network is really closed", () => {
  const open = `data:text/javascript,${encodeURIComponent('fetch("http://localhost:1")')}`;
  expect(demerit(["--version"], { node: [...node, "--import", open] }).code).toBe(99);
});

test.each([
  [["replay"]],
  [["replay", "--format", "json"]],
  [["list", "sources"]],
  [["check", "suining-composite"]],
  [["print", "one-entry"]],
  [["print", "one-entry", "--format", "svg"]],
  [[]],
])("%j works without the network", (args) => {
  expect(demerit(args, { node })).toEqual(demerit(args));
});

test("no module of the network is imported, and nothing listens", () => {
  for (const file of readdirSync(`${ROOT}/src`, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  )) {
    const text = readFileSync(join(ROOT, "src", file), "utf8");
    expect(text, file).not.toMatch(
      /["'](node:)?(https?|http2|net|tls|dgram|dns|inspector|cluster|child_process)(\/promises)?["']/,
    );
    expect(text, file).not.toMatch(/\bfetch\(|\bWebSocket\b|XMLHttpRequest|sendBeacon|EventSource|\.listen\(/);
  }
});
