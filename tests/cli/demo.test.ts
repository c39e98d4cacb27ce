import { expect, test } from "vitest";
import { NOTICE } from "../../src/model/notice.ts";
import { said } from "./run.ts";

const { code, stdout } = await said(["demo"]);
const flat = stdout.replace(/\s+/g, " ");

test("without a terminal it prints every screen, and waits for nothing", () => {
  expect(code).toBe(0);
  expect(stdout.match(/^─{80}$/gm)!.length).toBeGreaterThan(10);
  expect(flat).toContain(NOTICE);
  expect(flat).toContain("nobody lived under exactly these rules together");
});

test("it tells the same life as the replay: the same sentences, the same refusals", async () => {
  const page = (await said(["replay"])).stdout;
  const short = page
    .slice(page.indexOf("── In short"), page.indexOf("The longest line"))
    .split("\n")
    .slice(1)
    .join(" ")
    .trim();
  expect(flat).toContain(short.replace(/\s+/g, " "));
  expect(stdout.match(/× REFUSED/g)!.length).toBe(page.match(/× REFUSED/g)!.length);
});

test("every screen of the life ends with a question", () => {
  const screens = stdout.split(/^(?=What happened \()/m).slice(1);
  expect(screens.length).toBeGreaterThan(5);
  for (const screen of screens) expect(screen).toMatch(/^\? .+/m);
});
