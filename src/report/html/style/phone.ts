/** On a narrow screen a row becomes a small block: when and number, sums, then what happened. */
export const PHONE = `
@media screen and (max-width:44rem){
body{padding:1.2rem 1rem 3rem}
h1{font-size:1.6rem}
.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.5rem}
.columns,.narrow,.footnotes{columns:1}
.drawing svg{min-width:36rem}
table.trace,table.trace tbody,table.plain,table.plain tbody,table.plain tr{display:block}
table.trace thead,table.plain thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.trace th,.trace td,table.plain th,table.plain td{border:0;padding:0}
.trace tr{display:flex;flex-wrap:wrap;gap:0 .8rem;border-bottom:1px solid var(--ruled);padding:.5rem 0}
.trace tr.new td,.trace tr.new th{border:0}
.trace th.when,.trace td.when,.trace .seq,.trace .sum,.trace .class{width:auto}
.trace .what{order:2;flex:1 0 100%}
.trace .sum{margin-left:auto}
.trace .sum~.sum,.trace .class{margin-left:0}
.trace .sum:empty,.trace .class:empty{display:none}
.beside .onfile,.beside .told{width:100%;flex:1 0 100%;order:2}
.beside .told{order:3;border-left:3px solid var(--ink);padding:.2rem 0 .2rem .7rem;margin-top:.4rem}
.beside .told:empty{display:none}
table.plain tr{border-bottom:1px solid var(--ruled);padding:.4rem 0}
table.plain th[scope=row]{display:block;font-weight:600}
table.plain td{display:block;text-align:left}
table.plain td:not(:empty)::before{content:attr(data-head) ": ";color:var(--soft)}
}
`;
