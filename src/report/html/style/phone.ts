/** On a narrow screen a row becomes a small block: when and number, sums, then what happened. */
export const PHONE = `
@media screen and (max-width:44rem){
body{padding:1.2rem 1rem 3rem}
td.figure{white-space:normal}
h1,h2.title{font-size:1.6rem}
.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.5rem}
.columns,.narrow,.footnotes,.reading .small{columns:1}
.jumps ul{display:block;columns:2;column-gap:1rem}
.jumps li{padding:.3rem 0;break-inside:avoid}
.jumps a{white-space:normal}
.drawing{display:flex;border-right:1px solid var(--ruled)}
.drawing svg{flex:none;width:44rem}
.drawing::after{content:"";flex:none;position:sticky;right:0;width:1.6rem;margin-left:-1.6rem;background:linear-gradient(to right,transparent,rgba(0,0,0,.28))}
figcaption::after{content:" The picture is wider than the screen: move it sideways \\2192"}
table.trace,table.trace tbody,table.plain,table.plain tbody,table.plain tr{display:block}
table.trace thead,table.plain thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.trace th,.trace td,table.plain th,table.plain td{border:0;padding:0}
.trace tr{display:flex;flex-wrap:wrap;gap:0 .8rem;border-bottom:1px solid var(--ruled);padding:.5rem 0}
.trace tr.new td,.trace tr.new th,.trace tr.end td,.trace tr.end th{border-top:0;border-bottom:0}
.trace th.when,.trace td.when,.trace .seq,.trace .sum,.trace .class{width:auto}
.trace .what,.trace td.onfile,.trace td.told{order:2;flex:1 0 100%;width:100%}
.trace.seen .notes{margin-right:0}
.trace .points{margin-left:auto}
.trace .points:empty{flex:1 0 0}
.trace .sum:not(.points):empty,.trace .class:empty{display:none}
.beside td.told{order:3;margin-top:.4rem}
.trace.beside tr td.told{border-left:3px solid var(--ink);padding:.2rem 0 .2rem .7rem}
.trace.beside tr td.same{border-left-color:var(--ruled)}
.beside td.told:empty{display:none}
.beside td[data-head]:not(:empty)::before{content:attr(data-head) ":";display:block;font-size:.85rem;color:var(--soft)}
table.plain tr{border-bottom:1px solid var(--ruled);padding:.4rem 0}
table.plain th[scope=row]{display:block;font-weight:600}
table.plain td{display:block;text-align:left}
.words table.plain th[scope=row],.words table.plain td{display:inline;margin-right:.8em}
table.plain td:not(:empty)::before{content:attr(data-head) ": ";color:var(--soft)}
}
`;
