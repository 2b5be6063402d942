"""What an exported page looks like, in light and dark, on a screen and printed. No Qt."""

from __future__ import annotations

from app.chat.exporting.as_mathml import STYLE
from app.chat.exporting.typeset import code_style

_LIGHT = (
    "--back: #fff; --text: #1f1f1d; --muted: #6f6d68; --line: #e6e5e1; --code: #f6f5f2; --accent: #2f6f6a; "
    "--bubble: #f1f0ed;"
)
_DARK = (
    "--back: #1b1c1e; --text: #e9e8e4; --muted: #a3a19b; --line: #303236; --code: #141517; --accent: #6fc3b8; "
    "--bubble: #2a2b2e;"
)

PAGE_STYLE = f"""
:root {{ color-scheme: light dark; {_LIGHT} }}
{code_style(dark=False)}
@media (prefers-color-scheme: dark) {{
:root {{ {_DARK} }}
{code_style(dark=True)}
}}
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem;
  background: var(--back); color: var(--text); overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; }}
h2, h3, h4, h5, h6 {{ font-size: 1.1rem; margin: 1.5rem 0 .4rem; }}
.who {{ font-size: .85rem; font-weight: 600; color: var(--accent); margin: 2.2rem 0 .4rem; }}
.date {{ color: var(--muted); font-size: .85rem; margin: 0 0 1rem; }}
.file {{ color: var(--muted); font-size: .85rem; width: fit-content; margin: .4rem 0; padding: .3rem .7rem;
  border: 1px solid var(--line); border-radius: 8px; }}
.asked {{ margin: 0; padding: .7rem 1rem; background: var(--bubble); border-radius: 12px; }}
.asked p {{ white-space: pre-wrap; margin: .7rem 0 0; }} .asked p:first-child {{ margin-top: 0; }}
details {{ color: var(--muted); font-size: .9rem; margin: .5rem 0 1rem; padding-inline-start: .9rem;
  border-inline-start: 2px solid var(--line); }}
summary {{ cursor: pointer; }}
a {{ color: var(--accent); }}
pre, code {{ font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; font-size: .9em; }}
code {{ background: var(--code); border-radius: 4px; padding: .1em .3em; }}
pre {{ padding: .8rem 1rem; background: var(--code); border: 1px solid var(--line); border-radius: 10px;
  overflow-x: auto; line-height: 1.5; direction: ltr; text-align: left; unicode-bidi: plaintext; }}
pre code {{ background: none; padding: 0; }}
pre.tex {{ white-space: pre-wrap; }}
table {{ border-collapse: collapse; margin-block: 1rem; margin-inline: 0 auto;
  display: block; max-width: fit-content; overflow-x: auto; }}
th, td {{ border: 1px solid var(--line); padding: .35rem .7rem; text-align: start; }}
th {{ background: var(--code); }}
.task {{ list-style: none; margin-inline-start: -1.3em; }}
.note {{ color: var(--muted); font-size: .9rem; margin: .3rem 0; }}
blockquote {{ color: var(--muted); margin: 1rem 0; padding-inline-start: 1rem;
  border-inline-start: 3px solid var(--line); }}
hr {{ border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }}
{STYLE}
@media print {{
h1, h2, h3, h4, h5, h6 {{ break-after: avoid; }}
pre, tr, .formula {{ break-inside: avoid; }}
pre {{ white-space: pre-wrap; }}
}}
"""
