/** Type, colours and the plain parts of a page. Colour repeats what a word, a mark or a line says already. */
export const BASE = `
*{box-sizing:border-box}
html{font:16px/1.5 var(--sans);color:var(--ink);background:#e9e7e2;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:56rem;padding:2.5rem 3.5rem 4rem;background:#fff;overflow-wrap:break-word}
:lang(zh){font-style:normal}
h1,h2{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:2rem;margin:.2rem 0 .6rem}
h2{font-size:1.4rem;margin:2.6rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;font-weight:600;line-height:1.3;margin:1.5rem 0 .4rem}
h4{font-size:1rem;font-weight:600;margin:1rem 0 .2rem}
p{margin:0 0 .6rem}
p,li,dd{text-wrap:pretty}
a{color:inherit;text-decoration:underline;text-decoration-color:#8a8a8a;text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
body:has(.beside){max-width:66rem}
.kicker{font-size:.85rem;color:var(--soft);margin:0}
.about{font-size:1.15rem;line-height:1.4;max-width:40rem;margin-bottom:1.2rem}
.notice{border:1px solid var(--ink);border-left-width:.5rem;padding:.55rem .9rem;margin:0 0 .6rem}
.notice p{margin:0}
.notice p+p{margin-top:.35rem}
.whose{display:block;font-size:.62em;font-family:var(--sans);color:var(--soft);margin-bottom:.15em}
h2.title{font-size:2rem;border:0;margin:.2rem 0 .6rem;padding:0}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1.1rem 0 0;font-size:.94rem}
.facts dt{font-weight:600}
.facts dd{margin:0}
.short p{font-size:1.05rem}
section>p,section .small>p{max-width:78ch}
ul.items:not(.columns){max-width:86ch}
.small,.small p,.small li{font-size:.88rem;line-height:1.45}
.soft{color:var(--soft)}
code{font:600 .95em/1.5 var(--sans);font-variant-numeric:tabular-nums;background:var(--faint);padding:.1em .35em;border:1px solid var(--ruled)}
.command code{-webkit-box-decoration-break:clone;box-decoration-break:clone}
.again p{font-size:.88rem;line-height:1.45}
.command{margin:.3rem 0 .8rem}
ol.links,ul.marks,.jumps ul{margin:.2rem 0 .8rem;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem .45rem}
ul.marks{gap:.1rem 1.3rem}
.mark{font-weight:600}
.marks .mark{font-size:1.1em}
.reading .small{columns:2;column-gap:1.8rem}
.reading .small p{break-inside:avoid}
.marks{column-span:all}
.jumps{margin:1.4rem 0 0;padding:.6rem 0;border-top:1px solid var(--ruled);border-bottom:1px solid var(--ruled);font-size:.94rem}
.jumps ul{margin:0;gap:.2rem 1.2rem}
ul.items{margin:.2rem 0 .8rem;padding-left:1.2rem}
ul.items li{margin-bottom:.3rem}
figure{margin:1rem 0 1.2rem}
figure svg{display:block;width:100%;height:auto}
figure svg text{font-family:var(--sans)}
figcaption{font-size:.88rem;color:var(--soft);margin-top:.4rem}
.drawing{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.3rem 0 1rem}
caption{text-align:left;font-size:.88rem;color:var(--soft);padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .9rem .28rem 0;border-bottom:1px solid var(--ruled);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;border-bottom:1.5px solid var(--ink);vertical-align:bottom;line-height:1.25}
.figure{text-align:right;font-variant-numeric:tabular-nums}
td.figure{white-space:nowrap}
table.plain{font-size:.94rem;width:auto;min-width:55%}
.notes{margin:.15rem 0 0;padding:0;list-style:none}
.long{overflow-wrap:anywhere}
.when,a{white-space:nowrap}
nav a{white-space:normal}
.columns,.narrow,.footnotes{columns:2;column-gap:1.8rem}
.words{font-size:.82rem;line-height:1.35}
.words h3,.words h4{font-size:.9rem;margin:.9rem 0 .2rem}
.narrow>:not(table){column-span:all}
.words table.plain{font-size:1em}
.narrow table.plain{margin-top:0}
.words th,.words td{padding:.1rem .5rem .1rem 0}
.decisions table.plain,.words table.plain{width:100%}
.decisions table.plain{table-layout:fixed}
.decisions th:nth-child(2){width:27%}
.decisions th:nth-child(3){width:19%}
.decisions th:nth-child(4){width:4rem}
.lives h2:not(.title){font-size:1.4rem}
.lives .life h3{font:600 1.4rem/1.2 var(--serif);margin:2.6rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--ink)}
.footnotes{margin:0;padding:0}
.footnotes dt{font-weight:600;scroll-margin-top:1rem}
.footnotes dd{margin:0 0 .6rem;padding-left:.8rem}
.footnotes ul{margin:.1rem 0 0;padding:0;list-style:none}
nav ul{list-style:none;padding:0}
.contents nav li{margin-bottom:.5rem}
.life+.life{margin-top:4rem;border-top:6px double var(--ink);padding-top:1.5rem}
`;
