namespace FinOps.Functions.Rendering.Html;

/// <summary>
/// The report's whole style sheet, inline because the page must stand alone. Every pair of text and background has a contrast of at
/// least 4.5 to 1 in both schemes; print is always light.
/// </summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--bg:#f4f6f9;--card:#fff;--ink:#14202b;--soft:#51606f;--line:#dde3ea;--accent:#0b5cad;--good:#0c6b3f;--warn:#8a4600;--bad:#b1232f;
        --good-bg:#e3f4ea;--warn-bg:#fdf0dc;--bad-bg:#fce6e8;--bar:#2f7fd1;--open:#a9cbee;--before:#7a4fb5;--s-good:#2f9e6b;--s-warn:#c4760f;--s-bad:#d0525c;--top:#0d2b49;--topink:#fff;--topsoft:#c3d5e8}
        @media (prefers-color-scheme:dark){:root{--bg:#0e141a;--card:#172029;--ink:#e7edf3;--soft:#a3b1bf;--line:#2a3743;--accent:#72b7f7;--good:#6ad49a;--warn:#f3b861;--bad:#ff9a9a;
        --good-bg:#123424;--warn-bg:#3a2a10;--bad-bg:#42191d;--bar:#4b9bea;--open:#2b4d70;--before:#c4a4f2;--s-good:#3fae7b;--s-warn:#d9923a;--s-bad:#d8606a;--top:#0a1e33;--topink:#f2f7fc;--topsoft:#a9c0d8}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
        .wrap{max-width:1120px;margin:0 auto;padding:0 24px}
        .top{background:var(--top);color:var(--topink);padding:34px 0 84px}
        .eyebrow{margin:0;text-transform:uppercase;letter-spacing:.14em;font-size:12px;font-weight:600;color:var(--topsoft)}
        h1{margin:2px 0 4px;font-size:34px;line-height:1.15;letter-spacing:-.015em}
        .lede{margin:0;color:var(--topsoft)}
        .skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--card);color:var(--ink);padding:8px 12px;z-index:1}
        main{display:block}
        .cards{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin-top:-58px}
        .card{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:10px;padding:16px 18px 14px;box-shadow:0 6px 18px rgba(13,32,54,.08)}
        .card.good{border-top-color:var(--good)}.card.warn{border-top-color:var(--s-warn)}.card.bad{border-top-color:var(--s-bad)}
        .card h2{margin:0;font-size:13px;font-weight:600;color:var(--soft)}
        .big{margin:4px 0 6px;font-size:26px;font-weight:700;letter-spacing:-.02em;line-height:1.15}
        .note{margin:0;font-size:13px;color:var(--soft)}
        section:not(.cards){background:var(--card);border:1px solid var(--line);border-radius:10px;padding:22px 24px;margin:20px 0}
        section>h2{margin:0;font-size:19px;letter-spacing:-.01em}
        h3{margin:0 0 6px;font-size:14px}
        .sub{margin:2px 0 14px;color:var(--soft);font-size:13.5px}
        .banner{background:var(--warn-bg);color:var(--ink);border-left:4px solid var(--s-warn);border-radius:6px;padding:12px 16px;margin:20px 0 0}
        .calm{color:var(--soft);margin:6px 0}
        .trio{display:grid;grid-template-columns:repeat(auto-fit,minmax(290px,540px));gap:26px}
        .pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:26px}
        table{border-collapse:collapse;width:100%;font-size:14px;margin:0 0 6px}
        table+table,.pair+table{margin-top:26px}.pair>table{margin:0;align-self:start}
        caption{text-align:left;font-weight:600;padding:0 0 6px}
        th,td{padding:7px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{font-size:12px;font-weight:600;color:var(--soft);border-bottom:2px solid var(--line);vertical-align:bottom}
        tbody th{font-weight:500}
        tbody tr:last-child>*{border-bottom:0}
        tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--line);border-bottom:0}
        th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
        .n{text-align:right;white-space:nowrap;overflow-wrap:normal}
        th.n.name{white-space:normal;overflow-wrap:anywhere}
        .minor{display:block;font-size:12px;font-weight:400;color:var(--soft)}
        .vital>th{box-shadow:-10px 0 0 var(--card),-13px 0 0 var(--s-bad)}
        .tag{display:inline-block;border-radius:20px;padding:0 9px;font-size:12px;font-weight:600;white-space:nowrap}
        .tag.good{background:var(--good-bg);color:var(--good)}.tag.warn{background:var(--warn-bg);color:var(--warn)}.tag.bad{background:var(--bad-bg);color:var(--bad)}
        .movers table{table-layout:fixed}.movers .bars{width:25%;padding:12px 4px 0}.movers .n{width:33%}
        .wide{min-width:660px}.bridge{table-layout:fixed}.bridge .bars{width:24%;padding:12px 6px 0}.bridge .n{width:15%}
        .day{white-space:nowrap}.apart{margin-top:22px}.agenda{margin:6px 0 0;padding-left:22px}.agenda li{margin:5px 0}
        .uses .bars{width:20%;min-width:64px;padding-top:11px}.uses tbody th{min-width:118px}.uses bdi{unicode-bidi:isolate}.code{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}.uses tbody+tbody tr:first-child>*{border-top:2px solid var(--line)}
        .bars svg{display:block;width:100%;height:14px}
        svg .axis{stroke:var(--soft);stroke-width:.6}rect.up{fill:var(--s-bad)}rect.down{fill:var(--s-good)}
        span.up{color:var(--bad);font-weight:600}span.down{color:var(--good);font-weight:600}
        .chart{margin:0 0 8px}.chart svg{display:block;width:100%;height:auto}
        .chart svg.stack{height:34px;border-radius:6px}
        .grid{stroke:var(--line);stroke-width:1}.tick{fill:var(--soft);font-size:12px}
        rect.bar{fill:var(--bar)}rect.bar.open{fill:var(--open);stroke:var(--bar);stroke-dasharray:3 2}
        .before{fill:none;stroke:var(--before);stroke-width:2}
        .band{fill:var(--before);opacity:.22}.ahead{fill:none;stroke:var(--before);stroke-width:2;stroke-dasharray:5 4}
        .s-track{fill:var(--line)}.s-good{fill:var(--s-good)}.s-warn{fill:var(--s-warn)}.s-bad{fill:var(--s-bad)}
        figcaption{display:flex;flex-wrap:wrap;gap:4px 22px;margin:8px 0 16px;font-size:13px;color:var(--soft)}figcaption strong{color:var(--ink)}
        .s-plain{fill:var(--open)}.s-dim{fill:var(--soft)}.line{fill:none;stroke:var(--bar);stroke-width:2}.dot{fill:var(--bar)}
        pre{overflow-x:auto;background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:8px 12px;margin:4px 0 10px}ul.plain{list-style:none;margin:0;padding:0}
        .swatch{display:inline-block;width:11px;height:11px;border-radius:3px;margin-right:6px}
        .swatch.bar{background:var(--bar)}.swatch.open{background:var(--open);box-shadow:inset 0 0 0 1px var(--bar)}.swatch.before{background:var(--before);height:3px;vertical-align:middle}
        .swatch.band{background:var(--before);opacity:.4}
        .swatch.s-good{background:var(--s-good)}.swatch.s-warn{background:var(--s-warn)}.swatch.s-bad{background:var(--s-bad)}.swatch.s-plain{background:var(--open)}.swatch.s-dim{background:var(--soft)}
        code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
        .blind{margin:10px 0 0;padding-left:20px}.blind li{margin:4px 0}.next{color:var(--soft)}
        .how{margin:12px 0 0;display:grid;grid-template-columns:minmax(150px,1fr) 3fr;gap:10px 24px}
        .how dt{font-weight:600}.how dt span{display:block;font-weight:400;color:var(--soft)}.how dd{margin:0}
        footer{color:var(--soft);font-size:13px;padding:4px 2px 34px}footer p{margin:2px 0}
        a{color:var(--accent)}a.format{display:inline-block;margin-right:12px;text-transform:uppercase;font-size:12px;font-weight:600;text-decoration:none}a.format:hover,a.format:focus{text-decoration:underline}
        summary{cursor:pointer;color:var(--accent);font-size:13.5px;margin:8px 0}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @media (max-width:900px){.cards{grid-template-columns:repeat(2,1fr)}.trio,.pair,.how{grid-template-columns:minmax(0,1fr)}section:not(.cards){padding:18px 16px;overflow-x:auto}.wrap{padding:0 14px}}
        @media (max-width:520px){.cards{grid-template-columns:1fr}.uses .bars{display:none}}
        @media print{:root{color-scheme:light;--bg:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#0b5cad;--good:#0c6b3f;--warn:#8a4600;--bad:#b1232f;--good-bg:#fff;--warn-bg:#fff;--bad-bg:#fff;--bar:#2f7fd1;--open:#a9cbee;--before:#7a4fb5;--top:#fff;--topink:#000;--topsoft:#444}
        .top{padding:0 0 12px}.cards{margin-top:0}.card,section:not(.cards){box-shadow:none;break-inside:avoid-page}tr{break-inside:avoid}thead{display:table-header-group}.skip{display:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;
}
