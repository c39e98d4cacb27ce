/** Where to read on: a source, and what it is good for. How much of it we saw stands with the source. */
export const READING: readonly { readonly source: string; readonly why: string }[] = [
  { source: "DAUM-THREAD", why: "To begin with: what is and what is not social credit, by a scholar of the law." },
  { source: "MITTR22", why: "To begin with: written when a draft law was published." },
  { source: "CD10", why: "The county scheme as an English-language paper told it at the time." },
  { source: "BJN14", why: "What had become of the scheme four years later: an investigation." },
  { source: "CLT-2017", why: "The rules of the courts' list themselves, in translation." },
  { source: "CLT-SPEND", why: "What a spending limit forbids, in translation." },
  { source: "VBY23", why: "Research: who controls a punishment once it is published." },
  { source: "MER20", why: "Research: how far approval holds once risks are known." },
  { source: "KA20", why: "Research: how people change what they do when they are rated." },
  { source: "WSJ24", why: "The list years later, and whom it keeps off fast trains." },
  { source: "R31", why: "How European law draws the line: unrelated context, or out of proportion?" },
  { source: "CJEU", why: "A European court on scores that others draw on." },
];
