/** Paper to be written on: there is room for a hand, and nothing that belongs together is torn apart. */
export const LESSON = `
.leaf h2{margin-top:1.8rem}
.leaf .wide,.leaf .gaps{table-layout:fixed;width:100%}
.sources{list-style:none;margin:0;padding:0}
.sources li{margin-bottom:.45rem;break-inside:avoid}
${[5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90].map((width) => `col.w${width}{width:${width}%}`).join("")}
.gap{display:inline-block;border-bottom:1.5px solid var(--ink);height:1.25em;vertical-align:baseline;margin:0 .1em}
.gap.letter{width:2.2rem}
.gap.figure{width:4rem}
.gap.rule{width:3.2rem}
.gap.words{width:20rem;max-width:100%}
.answer{border:1.5px solid var(--ink);padding:0 .3em;font-weight:600}
.cites{font-size:.86em;color:var(--soft)}
.under{display:block;font-size:.92em;padding-left:.9em}
.pick{white-space:nowrap}
.pick span,.pick b{display:inline-block;min-width:1.55em;text-align:center;font-weight:400}
.pick b{outline:1.5px solid var(--ink);border-radius:50%;font-weight:600}
.gaps{font-size:.92rem;line-height:1.42}
.gaps td,.gaps th{padding:.3rem .5rem .3rem 0}
.gaps .sum .gap,.gaps .class .gap{height:1em}
.gaps th .under{padding:0 0 0 .5em;text-align:left;font-weight:400;line-height:1.15}
.gaps th:nth-child(1){width:4rem}
.gaps th:nth-child(2){width:4.2rem}
.gaps th.figure{width:3.6rem}
.gaps th.sum{width:5rem}
.gaps th.class{width:3.4rem}
.gaps th.told{width:5.6rem}
.gaps .sum,.gaps .class,.gaps .told{text-align:center;white-space:nowrap}
.gaps .when{color:var(--soft);white-space:nowrap}
.gaps .seq{font-weight:600;overflow-wrap:anywhere}
.gaps p{margin:0}
.gaps .says,.gaps .refused{font-weight:600}
.gaps .beneath{padding-left:1.1em;text-indent:-1.1em;font-size:.95em}
.gaps tr.new td{border-top:1px solid var(--soft)}
.gaps tbody tr:last-child td{border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);font-weight:600}
.box{display:inline-block;overflow:hidden;width:1.05em;height:1.05em;border:1.5px solid var(--ink);vertical-align:-.15em;text-align:center;text-indent:0;line-height:.85em}
.options .box{margin-right:.5em}
.keep{break-inside:avoid}
.options{list-style:none;margin:.2rem 0 .6rem;padding:0 0 0 1.4rem}
.options li{margin-bottom:.35rem;padding-left:1.6em;text-indent:-1.6em}
.question{margin:0 0 1rem}
.question table.plain{max-width:34rem;margin-left:1.4rem;width:calc(100% - 1.4rem)}
.line{border-bottom:1px solid var(--soft);height:2.4rem}
.lines{margin-bottom:1rem}
.scale{table-layout:fixed}
.scale th:first-child{width:52%}
.scale thead th:first-child{color:transparent}
.scale td,.scale thead th:not(:first-child){text-align:center;font-weight:400;font-size:.86rem}
.scale td,.scale tbody th{padding-top:.45rem;padding-bottom:.45rem}
.cards{display:grid;grid-template-columns:1fr 1fr;border:1.5px dashed var(--ink)}
.card{padding:1rem 1.2rem}
.card+.card{border-left:1.5px dashed var(--ink)}
.card h3{margin-top:0}
@media screen and (max-width:44rem){
.cards{grid-template-columns:1fr}
.card+.card{border-left:0;border-top:1.5px dashed var(--ink)}
.gaps,.gaps tbody,.gaps tr{display:block}
.gaps thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.gaps tr{display:flex;flex-wrap:wrap;gap:.2rem .9rem;padding:.5rem 0;border-bottom:1px solid var(--ruled)}
.gaps td,.gaps tr.new td,.gaps tbody tr:last-child td{border:0;padding:0}
.gaps .what{order:2;flex:1 0 100%}
.gaps td:empty{display:none}
.gaps td[data-head]:not(:empty)::before{content:attr(data-head) ": ";color:var(--soft)}
.scale,.scale tbody,.scale tr,.scale tbody th{display:block}
.scale thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.scale tr{border-bottom:1px solid var(--ruled);padding:.5rem 0}
.scale tbody th:first-child{width:auto;border:0;padding:0 0 .4rem}
.scale td{display:inline-block;width:20%;border:0;padding:0}
.scale td::after{content:attr(data-head);display:block;color:var(--soft);font-size:.75rem}
.leaf table.plain th.figure{text-align:left}
.leaf table.plain tbody th.figure::before{content:attr(data-head) " "}
.leaf .question table.plain{margin-left:0;width:100%}
.leaf .question table.plain tr{display:flex;gap:.8rem;align-items:baseline}
.leaf .question table.plain td::before{content:none}
.gap.words{width:100%}
}
@media print{
.leaf h2{margin-top:13pt}
.leaf h3{margin-top:8pt}
.leaf table.plain{font-size:8.4pt;line-height:1.32}
.leaf table.plain td,.leaf table.plain th{padding-top:.9mm;padding-bottom:.9mm}
.leaf .words table.plain{font-size:1em;line-height:1.25}
.leaf .words td,.leaf .words th{padding-top:.3mm;padding-bottom:.3mm}
.leaf ul.items{font-size:9pt;line-height:1.28}
.leaf ul.items li{margin-bottom:.45mm}
.leaf ul.columns{font-size:8.2pt}
.sources li{margin-bottom:.9mm}
.gaps{font-size:8.8pt}
.gaps td{padding-top:1mm;padding-bottom:1mm}
.gaps tr:has(.sum .gap,.class .gap) td{padding-top:2.8mm}
.gaps th:nth-child(1){width:11mm}
.gaps th:nth-child(2){width:13mm}
.gaps th.figure{width:11mm}
.gaps th.sum{width:18mm}
.gaps th.class{width:11mm}
.gaps th.told{width:17mm}
.gap{height:4.6mm}
.gap.letter{width:8mm}
.gap.figure{width:15mm}
.gap.rule{width:12mm}
.gap.words{width:75mm}
.line{height:8.5mm}
.question,.card,.line,.options li,.scale tr{break-inside:avoid}
.question table.plain tr{height:7mm}
.cards{font-size:11pt}
.leaf .cards ul.items{font-size:1em}
.question table.plain td,.question table.plain th{vertical-align:bottom}
.new-page{break-after:page}
.new-page+h2,.sheets>h2:first-child{margin-top:0}
.leaf .wide tbody tr:nth-child(-n+2):not(:last-child),.gaps tbody tr:first-child{break-after:avoid}
.leaf .wide tbody tr:nth-last-child(-n+2):not(:first-child){break-before:avoid}
.cards{break-inside:avoid}
}
`;
