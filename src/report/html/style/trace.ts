/** The numbered trace, alone or beside what the person was told. */
export const TRACE = `
table.trace{font-size:.94rem;line-height:1.42;table-layout:fixed}
.trace .seq,.trace td.when{white-space:nowrap;font-variant-numeric:tabular-nums}
.trace th.when,.trace td.when{width:3.9rem}
.trace td.when{color:var(--soft)}
.trace .seq{width:5rem;font-weight:600}
.trace .sum{width:3.6rem;white-space:nowrap;padding-left:0}
.trace .class{width:3.2rem;text-align:center;font-weight:600}
.trace tr.new td,.trace tr.new th{border-top:1px solid var(--soft)}
.trace p{margin:0}
.trace .says{font-weight:600}
.seen .says,.same .says{font-weight:400}
.seen .says,.seen .notes{display:inline;margin-right:1.2em}
.same .says{color:var(--soft)}
.trace .refused{font-weight:600;color:var(--red)}
.trace .from{color:var(--soft)}
.trace .notes li{display:flex}
.trace.seen .notes li{display:inline-flex}
.trace .mark{flex:none;width:1.25em}
.mark.strong{color:var(--red);font-size:1.25em;line-height:1;width:1em}
.trace .aside{color:var(--soft);font-size:.9em}
.trace .untold{font-style:italic}
.trace tr.fold td{background:var(--faint);border-top:3px double var(--ink);border-bottom:3px double var(--ink);padding:.6rem .8rem}
.trace tr.end td,.trace tr.end th{border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);font-weight:600}
.beside .onfile{width:auto}
.beside .sum,.beside .class{padding-right:.3rem}
.beside .sum{width:3rem}
.beside .class{width:2.6rem}
.beside .told{width:28%;border-left:1px solid var(--ink);padding-left:.9rem}
`;
