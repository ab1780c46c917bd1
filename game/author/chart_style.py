"""How a drawn map looks, by day and by night."""

STYLE = """
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#23262b;--soft:#6b7280;--line:#8a93a3;--box:#f1efe9;--edge:#d9d5ca;
--scene:#fff;--storylet:#e9f2f0;--ending:#2b3a55;--on-ending:#fff;--hub:#fff3cd;--hub-edge:#b58900;--orphan:#fde8e6;
--orphan-edge:#c0392b;--lift:#c2410c;--pill:#2b3a55;--on-pill:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e6e4df;--soft:#9aa1ad;--line:#7a8392;--box:#1d2026;
--edge:#333842;--scene:#262a32;--storylet:#1f302f;--ending:#cdd6e8;--on-ending:#16181c;--hub:#3d3414;--hub-edge:#d4a72c;
--orphan:#3d1f1c;--orphan-edge:#ef7c6c;--lift:#fb923c;--pill:#cdd6e8;--on-pill:#16181c}}
body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{margin:0 0 4px;font-size:24px}h2{margin:32px 0 0;font-size:18px}h3{margin:24px 0 4px;font-size:15px}
.said p{margin:0}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;padding:0;margin:12px 0;list-style:none;font-size:13px}
.k{display:inline-block;width:22px;height:12px;margin-right:6px;border:1px solid var(--line);border-radius:3px}
.k.scene{background:var(--scene)}.k.storylet{background:var(--storylet);border-radius:6px}
.k.ending{background:var(--ending);border-radius:6px}.k.hub{background:var(--hub);border:2px solid var(--hub-edge)}
.k.orphan{background:var(--orphan);border:1px dashed var(--orphan-edge)}
.k.way,.k.later{height:0;border:0;border-top:2px solid var(--line);vertical-align:middle;border-radius:0}
.k.later{border-top-style:dashed}
.map{overflow:auto;border:1px solid var(--edge);border-radius:8px;background:var(--paper)}
svg{display:block}
.fit{margin:12px 0 4px;font-size:13px}body:has(#fit:checked) svg{width:100%;height:auto}
.box{fill:var(--box);stroke:var(--edge)}.head{font-weight:600;font-size:13px;fill:var(--soft)}
.n rect{fill:var(--scene);stroke:var(--line)}.n.storylet rect{fill:var(--storylet)}
.n.rule rect{stroke-dasharray:2 3}
.n.hub rect{fill:var(--hub);stroke:var(--hub-edge);stroke-width:2.5}
.n.ending rect{fill:var(--ending);stroke:var(--ending)}.n.ending text{fill:var(--on-ending)}
.n.orphan rect{fill:var(--orphan);stroke:var(--orphan-edge);stroke-width:2;stroke-dasharray:5 3}
.n.orphan text{fill:var(--ink)}
.n.outside{opacity:.5}
.n rect.pill{fill:var(--pill);stroke:none}.n text.when{fill:var(--on-pill);font-size:10.5px}
.n:is(:hover,:focus){outline:none}.n:is(:hover,:focus) rect:first-of-type{stroke:var(--lift);stroke-width:3}
text{fill:var(--ink);font-family:system-ui,sans-serif}
.title{font-size:13px;text-anchor:middle;font-weight:500}
.id{font-size:10.5px;text-anchor:middle;opacity:.65;font-family:ui-monospace,monospace}
.w{fill:none;stroke:var(--line);stroke-width:1.5;opacity:.75}.w.later{stroke-dasharray:6 4}
.w:hover{stroke:var(--lift);stroke-width:3;opacity:1}.tip{fill:var(--line)}
dl{margin:0}dt{margin-top:8px}dt span{color:var(--soft)}dd{margin:0 0 0 20px}dd ul{margin:0;padding-left:16px}
a{color:inherit}
"""
