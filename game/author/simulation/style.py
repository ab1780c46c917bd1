"""How the report looks, by day and by night, on a screen and on paper."""

STYLE = """
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1f2328;--soft:#5d6570;--line:#dcd8cd;--rule:#c9c4b6;
--mark:#2f5fb3;--far:#2f5fb322;--near:#2f5fb355;--warn:#b3261e;--warn-box:#fdecea;--good:#1b6e3c;--hot:47,95,179}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1c1f25;--ink:#e7e5e0;--soft:#a2a9b4;--line:#30353e;
--rule:#454b57;--mark:#8ab4f8;--far:#8ab4f826;--near:#8ab4f859;--warn:#f2a09a;--warn-box:#3b1f1d;--good:#7fd6a0;
--hot:138,180,248}}
*{box-sizing:border-box}html{scroll-padding-top:56px}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1240px;margin:0 auto;padding:0 24px 80px}
a{color:var(--mark)}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:8px;background:var(--card);padding:6px 10px;z-index:9}
header{max-width:1240px;margin:0 auto;padding:36px 24px 8px}
h1{margin:0;font:600 34px/1.2 Georgia,"Times New Roman",serif}
header p{margin:6px 0 0;color:var(--soft)}
header p.stopped{color:var(--warn)}
h2{margin:56px 0 8px;font:600 24px/1.3 Georgia,"Times New Roman",serif}
h3{margin:0 0 6px;font-size:15px}
nav{position:sticky;top:0;background:var(--paper);border-bottom:1px solid var(--line);z-index:5}
nav ul{max-width:1240px;margin:0 auto;padding:10px 24px;display:flex;gap:6px 20px;flex-wrap:wrap;list-style:none;
font-size:14px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin:24px 0 0;padding:0}
.tiles div{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px}
.tiles dt{color:var(--soft);font-size:13px}
.tiles dd{margin:2px 0 0;font:600 28px/1.2 Georgia,serif}.tiles dd small{font:400 13px/1.4 system-ui,sans-serif;
color:var(--soft);display:block}
.note{color:var(--soft);max-width:75ch;margin:0 0 14px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;margin:0 0 16px}
svg{display:block;width:100%;height:auto}svg text{fill:var(--ink);font:12px system-ui,sans-serif}
.bars .who{text-anchor:end;font-size:13px}.bars g text{text-anchor:middle;font-size:11.5px;pointer-events:none}
.e0{--e:#4269d0;--on:#fff}.e1{--e:#efb118;--on:#16181c}.e2{--e:#ff725c;--on:#16181c}.e3{--e:#6cc5b0;--on:#16181c}
.e4{--e:#3ca951;--on:#16181c}.e5{--e:#ff8ab7;--on:#16181c}.e6{--e:#8a4fd8;--on:#fff}.e7{--e:#97bbf5;--on:#16181c}
.e8{--e:#9c6b4e;--on:#fff}.e9{--e:#9498a0;--on:#16181c}.e10{--e:#b3261e;--on:#fff}
.bars rect{fill:var(--e)}.bars g text{fill:var(--on)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:10px 0 0;padding:0;list-style:none;font-size:14px}
.legend i{display:inline-block;width:12px;height:12px;border-radius:3px;background:var(--e);margin-right:7px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:16px}
.grid .card{margin:0}figure{margin:0}figcaption{font-weight:600;font-size:15px;display:flex;
justify-content:space-between;
gap:12px;margin-bottom:6px}figcaption span{font-weight:400;color:var(--soft);font-size:13px;text-align:right}
.far{fill:var(--far)}.near{fill:var(--near)}.median{fill:none;stroke:var(--mark);stroke-width:2.2;
stroke-linejoin:round}
.band{stroke:var(--line);stroke-dasharray:3 3}.axis{stroke:var(--rule)}.col{fill:var(--mark);opacity:.8}
.col:hover{opacity:1}.spot{fill:transparent}.spot:hover{fill:var(--far)}
svg .tick{fill:var(--soft);font-size:10.5px}
fieldset{border:0;padding:0;margin:44px 0 -32px;display:flex;flex-wrap:wrap;gap:6px}
legend{float:left;margin-right:10px;padding:4px 0;color:var(--soft);font-size:14px}
fieldset label{border:1px solid var(--rule);border-radius:999px;padding:3px 13px;font-size:14px;cursor:pointer;
background:var(--card)}
fieldset input{position:absolute;opacity:0}
fieldset label:has(input:checked){background:var(--mark);border-color:var(--mark);color:var(--paper)}
fieldset label:has(input:focus-visible),:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.by{display:none}
.wide{overflow:auto;border:1px solid var(--line);border-radius:10px;background:var(--card);margin:0 0 16px;
max-height:75vh}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px}
caption{text-align:left;padding:10px 14px;color:var(--soft);font-size:13px}
th,td{padding:5px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--card);border-bottom:1px solid var(--rule);font-weight:600;z-index:1}
thead th,thead th button{font:600 14px/1.4 system-ui,sans-serif;color:var(--ink)}
tbody th{font-weight:500;position:sticky;left:0;background:var(--card)}thead th:first-child{left:0;z-index:2}
.n{text-align:right;font-variant-numeric:tabular-nums}
.n small{color:var(--soft);white-space:nowrap}.words{color:var(--soft)}
th button{all:unset;cursor:pointer;font-weight:600}th button:focus-visible{outline:3px solid var(--mark)}
th[aria-sort=ascending] button::after{content:" \\25B2"}th[aria-sort=descending] button::after{content:" \\25BC"}
.lively tbody tr:hover>td{background:var(--far)}
code,.id,.source,.what{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:12.5px}
.what{min-width:260px}.what p{margin:0;font:13.5px/1.45 system-ui,sans-serif;color:var(--soft)}
small.id{display:block;color:var(--soft)}
.flag{display:inline-block;border-radius:4px;padding:0 6px;font-size:12px;background:var(--warn-box);
color:var(--warn)}
.filter{display:flex;gap:12px;flex-wrap:wrap;align-items:center;margin:0 0 10px;font-size:14px}
.filter input,.filter select{font:inherit;padding:5px 9px;border:1px solid var(--rule);border-radius:7px;
background:var(--card);color:var(--ink)}.filter input{min-width:240px}.filter output{color:var(--soft)}
html:not(.js) .filter{display:none}
.heat table{width:auto;font-size:12px}.heat caption{white-space:nowrap}
.heat td{padding:0;width:30px;min-width:30px;height:22px;text-align:center;
border-bottom:0;vertical-align:middle}.heat tbody th{padding:1px 12px;white-space:nowrap;border-bottom:0;
position:sticky;left:0;
background:var(--card)}.heat thead th{padding:5px 2px;text-align:center}.heat thead th:first-child{text-align:left;
padding-left:12px}
.heat .a{background:rgba(var(--hot),.12)}.heat .b{background:rgba(var(--hot),.3)}.heat .c{background:rgba(var(--hot),
.5)}
.heat .d{background:rgba(var(--hot),.72)}.heat .e{background:rgba(var(--hot),.95);color:var(--paper)}
.never li{margin:2px 0}.never ul{columns:3 240px;padding-left:18px;margin:6px 0 16px}
details{margin:0 0 10px}summary{cursor:pointer;color:var(--mark);padding:4px 0}
.source{margin:0;padding:8px 0;list-style:none;background:var(--card);border:1px solid var(--line);border-radius:10px;
content-visibility:auto;contain-intrinsic-size:auto 900px}
.source li{padding:0 12px 0 84px;text-indent:-84px;white-space:pre-wrap;overflow-wrap:anywhere;min-height:1.55em}
.source li::before{content:attr(data-n);display:inline-block;width:72px;padding-right:12px;text-align:right;
text-indent:0;
color:var(--mark)}
.source li.x{background:var(--warn-box)}.source li.x::before{content:"never";color:var(--warn)}
@media print{nav,.filter,fieldset{display:none}.wide{max-height:none;overflow:visible}}
@supports not selector(:has(a)){.by0{display:block}}
@media (max-width:640px){h1{font-size:27px}main,header{padding-left:14px;padding-right:14px}}
"""


def chosen(readers: int) -> str:
    """The rules by which what belongs to the reader that was picked is shown."""
    return "".join(f"body:has(#w{index}:checked) .by{index}{{display:block}}" for index in range(readers))
