/** On paper: no entry is cut in two, heads are repeated, nothing hangs on colour. */
export const PRINT = `
@media print{
html{font-size:9.4pt;line-height:1.4;background:none}
body{max-width:none;padding:0;margin:0}
h1,h2.title{font-size:21pt;margin-top:0}
h2,.lives .life h3{font-size:13.5pt;margin-top:16pt}
h2.title{margin-top:0}
h1,h2,h3,h4,caption{break-after:avoid}
a{text-decoration:none}
p,li{orphans:3;widows:3}
thead{display:table-header-group}
tr,figure,.notice,.facts,.footnotes dt,.footnotes dd,ul.items li,.keep{break-inside:avoid}
.footnotes dt{break-after:avoid}
.drawing{overflow:visible}
figure svg{max-height:225mm}
table.trace,table.plain{font-size:8.8pt}
.small,.small p,.small li,.footnotes,figcaption{font-size:8.2pt;line-height:1.38}
.footnotes dd{margin-bottom:4pt}
.words{font-size:7.2pt;line-height:1.3}
.life+.life{margin-top:0;border-top:0;padding-top:0}
.life,.contents+*{break-before:page}
.life:first-child{break-before:auto}
.trace .refused{color:var(--ink)}
}
`;
