/** On paper: no entry is cut in two, heads are repeated, nothing hangs on colour. */
export const PRINT = `
@media print{
html{font-size:9.4pt;line-height:1.4;background:none}
body{max-width:none;padding:0;margin:0}
.screen{display:none}
h1,h2.title{font-size:20pt;margin:0 0 4pt}
h2,.lives .life h3{font-size:13.5pt;margin:14pt 0 6pt;padding-top:5pt}
h2.title{padding:0}
h3,h4{margin-top:10pt}
.kicker{font-size:8.2pt}
.about{font-size:11pt;margin-bottom:6pt}
.notice{font-size:8.6pt;line-height:1.34;padding:4pt 8pt;border-left-width:3pt;margin-bottom:6pt}
.notice p+p{margin-top:2pt}
.facts{margin-top:6pt;font-size:8.6pt;line-height:1.34;gap:1pt 10pt}
.life-line{display:grid;grid-template-columns:max-content 1fr;gap:0 6mm;align-items:baseline;border-top:2px solid var(--ink);margin-top:8pt;padding-top:3pt;break-inside:avoid}
.life .life-line>:first-child{border:0;padding:0;margin:0}
.life-line figure{display:contents}
.life-line .drawing{grid-column:1/-1;margin-top:3pt}
.short p{font-size:10pt}
h1,h2,h3,h4,caption,p:has(+table),p:has(+ul),p:has(+ol){break-after:avoid}
p:has(+table){break-inside:avoid}
a{text-decoration:none}
p,li{orphans:3;widows:3}
thead{display:table-header-group}
tr,figure,.notice,.facts,.footnotes dt,.footnotes dd,ul.items li,.keep{break-inside:avoid}
.footnotes dt{break-after:avoid}
.drawing{overflow:visible}
table.trace,table.plain{font-size:8.8pt}
.small,.small p,.small li,.footnotes,figcaption{font-size:8.2pt;line-height:1.38}
.footnotes dd{margin-bottom:4pt}
.words{font-size:7.2pt;line-height:1.26}
.words th,.words td{padding-top:.05rem;padding-bottom:.05rem}
.words h3,.words h4{margin-top:7pt}
.words p{margin-bottom:2pt}
tbody tr:first-child:not(:last-child),ul.items li:first-child:not(:last-child){break-after:avoid}
tbody tr:last-child:not(:first-child),ul.items li:last-child:not(:first-child){break-before:avoid}
figure{margin:4pt 0 8pt}
figcaption{margin:0 0 3pt}
.accounts{columns:2;column-gap:9mm}
.accounts p{break-inside:avoid}
.accounts section:first-child>:first-child{margin-top:0}
.reading{break-inside:avoid}
.accounts th,.accounts td{padding-right:.5rem}
.accounts table.plain{font-size:8.4pt;width:100%;min-width:0}
.contents nav li{margin-bottom:2pt}
.contents nav p{margin:0}
.narrow{break-inside:avoid}
.seen td,.seen th{padding-top:.19rem;padding-bottom:.19rem}
.again p,.survives p{font-size:8.2pt;line-height:1.38}
.survives p{max-width:none}
.reading:has(+.again){float:left;width:48%}
.reading:has(+.again)>.small{columns:1}
.reading+.again{margin-left:52%;display:flow-root}
.reading+.again+*{clear:both}
.life+.life{margin-top:0;border-top:0;padding-top:0}
.life,.contents+*{break-before:page}
.life:first-child{break-before:auto}
.trace .refused{color:var(--ink)}
}
`;
