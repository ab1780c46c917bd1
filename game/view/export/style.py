"""How a printed session looks: a book by day, by night and on paper."""

STYLE = """
:root{color-scheme:light dark;--paper:#fdfbf6;--ink:#26231f;--soft:#7a7268;--rule:#d9d1c3;--box:#f5f0e6;--mark:#8c3b1f;
--line:#3f5f73;--fill:#3f5f7322}
@media (prefers-color-scheme:dark){:root{--paper:#1a1917;--ink:#ddd7cc;--soft:#98907f;--rule:#3a3731;--box:#232119;
--mark:#d9926f;--line:#8fb4c9;--fill:#8fb4c922}}
*{box-sizing:border-box}
html{font-size:118.75%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.58;
font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","URW Palladio L",P052,Georgia,serif;
font-kerning:normal;font-variant-numeric:oldstyle-nums;hanging-punctuation:first last}
main{max-width:33rem;margin:0 auto;padding:5rem 1.5rem 7rem}
header{text-align:center;margin-bottom:5rem}
h1{font-size:2.3rem;font-weight:400;letter-spacing:.01em;line-height:1.15;margin:0 0 .7rem}
.by,.of{margin:0;color:var(--soft)}.of{font-style:italic;margin-top:1.6rem}.of::before{content:"";display:block;
width:3.5rem;margin:0 auto 1.6rem;border-top:1px solid var(--rule)}
h2{font-size:1rem;font-weight:400;text-align:center;font-variant-caps:all-small-caps;letter-spacing:.16em;
color:var(--soft);margin:5.5rem 0 2.5rem;break-after:avoid}
h3{font-size:1.2rem;font-weight:400;font-style:italic;line-height:1.3;margin:3rem 0 .9rem;break-after:avoid}
h4{font-size:.85rem;font-weight:400;font-variant-caps:all-small-caps;letter-spacing:.12em;color:var(--soft);
margin:2.2rem 0 .4rem;break-after:avoid}
p{margin:0;text-wrap:pretty;hyphens:auto;overflow-wrap:break-word}
p+p{text-indent:1.4em}
.chosen{margin:1.7rem 0;padding-left:1.4em;text-indent:-1.4em!important;color:var(--mark);hyphens:manual;
break-inside:avoid}
.chosen::before{content:"\\2192";display:inline-block;width:1.4em;text-indent:0}
.chosen+p,.doc+p,.note+p,.paper+p{text-indent:0}
.doc{margin:1.3rem 0;padding:.9rem 1.2rem;background:var(--box);border-left:2px solid var(--rule);font-size:.88rem;
line-height:1.5;break-inside:avoid}
.doc p+p{text-indent:0}
.note{margin:1.1rem 0;font-size:.85rem;color:var(--soft);text-indent:0!important;hyphens:manual}
.paper{text-indent:0!important;margin:.55rem 0;font-size:.92rem}
.city{font-variant-caps:all-small-caps;letter-spacing:.08em;margin-right:.45em;color:var(--soft)}
.back{font-size:.82rem;font-style:italic;color:var(--soft)}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
.end{text-align:center;margin:4rem 0 0;color:var(--soft);letter-spacing:.3em}
.after{border-top:1px solid var(--rule);margin-top:6rem}.after h2{margin-top:4rem}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:1.6rem 2rem;font-variant-numeric:lining-nums tabular-nums}
figure{margin:0;break-inside:avoid}figcaption{display:flex;justify-content:space-between;align-items:baseline;gap:.6rem;
font-size:.8rem;line-height:1.3;margin-bottom:.3rem}figcaption span{color:var(--soft);white-space:nowrap}
svg{display:block;width:100%;height:auto;overflow:visible}.area{fill:var(--fill)}
.course{fill:none;stroke:var(--line);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.base{stroke:var(--rule);stroke-width:1}.dot{fill:var(--line)}
.words{font-size:.85rem;margin:.2rem 0 0;text-indent:0}
ul{list-style:none;margin:0;padding:0}li{margin:.8rem 0;break-inside:avoid}
dl{margin:0}dt{font-style:italic;margin-top:1.8rem;break-after:avoid}dt span{font-style:normal;color:var(--soft);
font-size:.82rem;margin-left:.6em}dd{margin:.2rem 0 0;font-size:.92rem}dd .note{margin:.3rem 0 0}
dt:target{color:var(--mark)}
@media (max-width:34rem){main{padding:3rem 1.2rem 4rem}.charts{grid-template-columns:1fr}}
@media print{html{font-size:11pt}main{max-width:none;padding:0}h2{break-before:page;margin-top:0}
.after h2,.chosen{break-before:auto}:root{--paper:#fff;--ink:#000}}
"""
