import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import { parse, parseTree, findNodeAtLocation, getNodeValue, type Node } from "jsonc-parser";
import { selected } from "../src/load/selector.ts";
const W = 140;
const one = (v: any): string => Array.isArray(v) ? (v.length ? `[${v.map(one).join(", ")}]` : "[]") : v && typeof v === "object" ? (Object.keys(v).length ? `{ ${Object.entries(v).map(([k,x])=>`${JSON.stringify(k)}: ${one(x)}`).join(", ")} }` : "{}") : JSON.stringify(v);
const pretty = (v: any, m: string, lead = 0): string => { const flat = one(v); if (typeof v !== "object" || v===null || m.length+lead+flat.length <= W) return flat; const d=m+"  "; const keys = Array.isArray(v) ? [] : Object.keys(v); if (keys.length===1 && m.length>=6) return `{ ${JSON.stringify(keys[0])}: ${pretty(v[keys[0]!], m, keys[0]!.length+lead+6)} }`; return Array.isArray(v) ? `[\n${v.map(x=>d+pretty(x,d)).join(",\n")}\n${m}]` : `{\n${Object.entries(v).map(([k,x])=>`${d}${JSON.stringify(k)}: ${pretty(x,d,k.length+4)}`).join(",\n")}\n${m}}`; };
const STOP = new Set("on the in of a an at to for by and case who was with as its it that is are from all no be or whose when which one p there here".split(" "));
const names = new Map<string, Map<string,string>>(); // source -> locator -> name
const taken = new Map<string, Set<string>>();
function nameFor(source: string, locator: string): string {
  const mine = names.get(source) ?? new Map(); names.set(source, mine);
  const t = taken.get(source) ?? new Set(); taken.set(source, t);
  if (mine.has(locator)) return mine.get(locator)!;
  const clean = (s: string) => s.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().split(" ").filter(Boolean);
  const art = /^Arts?\.? ?([0-9()]+(?:(?:, | and )[0-9()]+)*)/.exec(locator) ?? /^p\. (\d+)/.exec(locator);
  const base = art ? (locator.startsWith("p") ? ["p"+art[1]] : ["art", ...art[1]!.replace(/[()]/g," ").replace(/,|and/g," ").trim().split(/\s+/)]) : [];
  const rest = clean(art ? locator.slice(art[0].length) : locator).filter(w=>!STOP.has(w));
  const min = base.length ? 0 : Math.min(2, rest.length);
  let name = "";
  for (let n = min; n <= rest.length; n++) { name = [...base, ...rest.slice(0,n)].join("-"); if (name && !t.has(name) && name.length>=3) break; }
  let k = 2; const stem = name || "whole"; name = stem; while (t.has(name)) name = `${stem}-${k++}`;
  t.add(name); mine.set(locator, name); return name;
}
const cite = (c: any): any => `${c.source}:${nameFor(c.source, c.locator)}`;
const convert = (v: any): any => Array.isArray(v) ? v.map(convert) : v && typeof v === "object" ? ("source" in v && "locator" in v ? cite(v) : Object.fromEntries(Object.entries(v).map(([k,x])=>[k,convert(x)]))) : v;
const compact = (ids: string[], rules: any[]): string[] => {
  const want = [...ids].sort().join(" ");
  const pack = ids[0]!.split("/")[0]!; const tails = ids.map(i=>i.split("/")[1]!);
  const cands = new Set<string>();
  const kinds = [...new Set(rules.filter(r=>ids.includes(r.id)).map(r=>r.then.kind))];
  const suffix = ["", ...(kinds.length===1?[":"+kinds[0]]:[])];
  for (const s of suffix) { cands.add(`${pack}/*${s}`);
    for (const t of tails) { const ws=t.split("-"); for (let n=1;n<ws.length;n++) cands.add(`${pack}/${ws.slice(0,n).join("-")}-*${s}`); } }
  if (ids.length===1) return ids;
  for (const c of [...cands].sort((a,b)=>a.length-b.length)) if (selected(c, rules).map(r=>r.id).sort().join(" ")===want) return [c];
  return [`${pack}/${tails.join(",")}`];
};
const sourcePlaces = (file: any) => Object.fromEntries(Object.entries(file.sources ?? {}).map(([k,s]: any) => [k, { ...s, places: Object.fromEntries([...(names.get(k) ?? new Map())].filter(([l]) => usedIn(file).has(k+"|"+l)).map(([l,n])=>[n,l])) }]));
const usedIn = (v: any, acc = new Set<string>()): Set<string> => { if (v && typeof v === "object") { if (typeof v.source === "string" && typeof v.locator === "string") acc.add(v.source+"|"+v.locator); Object.values(v).forEach(x=>usedIn(x,acc)); } return acc; };

const decisions = parse(readFileSync("fixtures/decisions.json","utf8"));
const PACKS = ["suining-2010","court-defaulters-2017","everyday-consequences"];
const packs = PACKS.map(f => ({ f, text: readFileSync(`rules/${f}.jsonc`,"utf8"), file: parse(readFileSync(`rules/${f}.jsonc`,"utf8")) as any }));
const overlays = readdirSync("rules/overlays").map(f => ({ f, text: readFileSync(`rules/overlays/${f}`,"utf8"), file: parse(readFileSync(`rules/overlays/${f}`,"utf8")) as any }));
// names first for packs
for (const { file } of packs) convert(file);
const decided = usedIn(decisions);
const owner = (k: string) => packs.find(({file}) => k in file.sources);
for (const d of decided) { const [k, ...l] = d.split("|"); nameFor(k!, l.join("|")); }
for (const { f, text, file } of packs) {
  const lines = text.split("\n");
  const header = lines.slice(0, lines.findIndex(l=>l.startsWith("{")));
  // comments before rules
  const before = new Map<string,string[]>(); let pend: string[] = [];
  for (let i=0;i<lines.length;i++){ const l=lines[i]!; if (/^    \/\//.test(l)) pend.push(l); else if (pend.length) { const m=/"id": "([^"]+)"/.exec(lines[i+1] ?? "") ?? /"id": "([^"]+)"/.exec(l); if (m) before.set(m[1]!, pend); else console.log("lost", f, pend); pend=[]; } }
  const rules = file.rules;
  // questions
  const questions: any = {};
  for (const [q, x] of Object.entries(file.questions ?? {}) as any) {
    const answers: any = {};
    for (const [label, says] of Object.entries(x.answers)) {
      const all: { id: string; r: any }[] = [];
      for (const r of file.scoring?.readings ?? []) if (r.question===q && r.label===label) all.push({ id: "scoring", r });
      for (const rule of rules) for (const r of rule.readings ?? []) if (r.question===q && r.label===label) all.push({ id: rule.id, r });
      if (all.length===0) { answers[label] = { says }; continue; }
      const cites = new Map<string, any>(); for (const {r} of all) for (const c of r.citations ?? []) cites.set(cite(c), c);
      const groups = new Map<string, string[]>();
      for (const {id, r} of all) { const k = JSON.stringify(r.amend); groups.set(k, [...(groups.get(k) ?? []), id]); }
      const amend: any = {};
      for (const [k, ids] of groups) for (const key of ids[0]==="scoring" ? ["scoring"] : compact(ids, rules)) amend[key] = convert(JSON.parse(k));
      answers[label] = { says, ...(cites.size ? { citations: [...cites.keys()] } : {}), amend };
    }
    questions[q] = { ...x, answers };
  }
  // defaults
  const combos = new Map<string, string[]>();
  for (const r of rules) if (r.told !== undefined && r.then.kind !== "remark") { const k = JSON.stringify({ told: r.told, ...(r.toldNote ? { toldNote: r.toldNote } : {}) }); combos.set(k, [...(combos.get(k) ?? []), r.id]); }
  const defaults: any = {}; const byDefault = new Set<string>();
  const nonRemark = rules.filter((r: any) => r.then.kind !== "remark"); const packId = rules[0].id.split("/")[0];
  [...combos].sort((a,b)=>a[1].length-b[1].length).forEach(([k, ids], at, all) => { const last = at === all.length-1; const [key] = last ? [`${packId}/*`] : compact(ids, nonRemark); if (last || (ids.length >= 2 && (k.includes("toldNote") || !key!.includes(",")))) { defaults[key!] = convert(JSON.parse(k)); ids.forEach(i=>byDefault.add(i)); } });
  const out: any = {};
  for (const [k, v] of Object.entries(file)) {
    if (k === "sources") {
      const used = new Set([...usedIn(file), ...[...decided].filter(d => owner(d.split("|")[0]!)?.f === f)]);
      out.sources = Object.fromEntries(Object.entries(v as any).map(([s, x]: any) => [s, { ...x, places: Object.fromEntries([...(names.get(s) ?? new Map())].filter(([l]) => used.has(s+"|"+l)).map(([l,n]) => [n,l])) }]));
    } else if (k === "questions") out.questions = questions;
    else if (k === "scoring") { const { readings: _r, ...s } = v as any; out.scoring = convert(s); }
    else if (k === "rules") { out.defaults = defaults; out.rules = rules.map((r: any) => { const { readings: _r, told, toldNote, ...x } = r; const y: any = {}; for (const [kk, vv] of Object.entries(r)) { if (kk==="readings") continue; if ((kk==="told"||kk==="toldNote") && (byDefault.has(r.id) || r.then.kind==="remark")) continue; y[kk] = convert(vv); } return y; }); }
    else out[k] = v;
  }
  const parts: string[] = [];
  for (const [k, v] of Object.entries(out)) {
    if (k === "rules") parts.push(`  "rules": [\n${(v as any[]).map(r => `${(before.get(r.id) ?? []).map(c=>c+"\n").join("")}    {\n${Object.entries(r).map(([kk, vv]) => `      ${JSON.stringify(kk)}: ${pretty(vv, "      ", kk.length+4)}`).join(",\n")}\n    }`).join(",\n")}\n  ]`);
    else parts.push(`  ${JSON.stringify(k)}: ${pretty(v, "  ", k.length+4)}`);
  }
  writeFileSync(`rules/${f}.jsonc`, `${header.join("\n")}\n{\n${parts.join(",\n")}\n}\n`);
  console.log(f, text.split("\n").length, "→", readFileSync(`rules/${f}.jsonc`,"utf8").split("\n").length, Object.keys(defaults).length);
}
for (const { f, text, file } of overlays) {
  convert(file);
  const used = usedIn(file);
  const sources: any = {};
  for (const u of used) { const [k, ...l] = u.split("|"); const loc = l.join("|"); const known = file.sources?.[k!] ?? owner(k!)?.file.sources[k!] ?? overlays.map(o=>o.file.sources?.[k!]).find(Boolean);
    const own = owner(k!); const inPack = own !== undefined && usedIn(own.file).has(u) || (own!==undefined && decided.has(u));
    if (own !== undefined && inPack) continue;
    sources[k!] ??= { ...known, places: {} }; sources[k!].places[nameFor(k!, loc)] = loc; }
  for (const k of Object.keys(file.sources ?? {})) sources[k] ??= { ...file.sources[k], places: {} };
  let s = text; 
  const tree = parseTree(text)!;
  const edits: { at: number; end: number; text: string }[] = [];
  const walk = (n: Node, inside: string[]) => { if (n.type === "property") { const [key, val] = n.children!; if (key!.value === "citations" && val!.type === "array") { edits.push({ at: val!.offset, end: val!.offset+val!.length, text: one(convert(getNodeValue(val!))) }); return; } if (val) walk(val, [...inside, key!.value]); return; } for (const c of n.children ?? []) walk(c, inside); };
  walk(tree, []);
  const src = findNodeAtLocation(tree, ["sources"]);
  if (src) edits.push({ at: src.offset, end: src.offset+src.length, text: pretty(sources, "  ", 12) });
  else if (Object.keys(sources).length) { const ext = findNodeAtLocation(tree, ["extends"])!; edits.push({ at: ext.offset+ext.length, end: ext.offset+ext.length, text: `,\n  "sources": ${pretty(sources, "  ", 12)}` }); }
  for (const e of edits.sort((a,b)=>b.at-a.at)) s = s.slice(0,e.at)+e.text+s.slice(e.end);
  writeFileSync(`rules/overlays/${f}`, s);
}
{ const text = readFileSync("fixtures/decisions.json","utf8"); const tree = parseTree(text)!; let s = text; const edits: any[] = [];
  const walk = (n: Node) => { if (n.type === "property" && n.children![0]!.value === "citations") { const v = n.children![1]!; edits.push({ at: v.offset, end: v.offset+v.length, text: one(convert(getNodeValue(v))) }); return; } for (const c of n.children ?? []) walk(c); }; walk(tree);
  for (const e of edits.reverse()) s = s.slice(0,e.at)+e.text+s.slice(e.end); writeFileSync("fixtures/decisions.json", s); }
