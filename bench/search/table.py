"""The measured tables of ``docs/reference/search.md``."""

import re
from collections.abc import Mapping

Measured = Mapping[int, Mapping[str, Mapping[str, float]]]
_BETWEEN = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.DOTALL)


def written(page: str, found: Measured, suggested: Measured, machine: str, queries: tuple[int, int]) -> str:
    """Return ``page`` with the tables of what was ``found`` and ``suggested`` between its two marks."""
    split = f"{machine}. Settings chosen on {queries[0]} queries, measured on the other {queries[1]}."
    lines = [split, "", *_sizes(found), "", *_styles(found), "", *_suggestions(suggested)]
    return _BETWEEN.sub(lambda match: match[1] + "\n".join(lines) + "\n" + match[2], page)


def _sizes(measured: Measured) -> list[str]:
    lines = ["| items | way | nDCG@10 | recall@10 | p50 ms | p95 ms | p95 CPU ms | index s | memory MB |", "|---" * 9 + "|"]
    for size, ways in measured.items():
        for way, at in ways.items():
            quality = (f"{at['ndcg']:.3f}", f"{at['recall']:.3f}")
            times = (f"{at['p50']:.1f}", f"{at['p95']:.1f}", f"{at['cpu']:.1f}" if "cpu" in at else "")
            cells = (f"{size:,}", way, *quality, *times, f"{at['index']:.1f}", f"{at['memory']:.0f}")
            lines.append(f"| {' | '.join(cells)} |")
    return lines


def _styles(measured: Measured) -> list[str]:
    size = max(size for size, ways in measured.items() if "ours, words only" in ways)
    ways = measured[size]
    styles = sorted(key.removeprefix("ndcg ") for key in ways["ours"] if key.startswith("ndcg "))
    lines = [f"nDCG@10 by the way of typing, {size:,} items:", "", f"| way | {' | '.join(styles)} |", "|---" * (len(styles) + 1) + "|"]
    return lines + [f"| {way} | {' | '.join(f'{at[f"ndcg {style}"]:.2f}' for style in styles)} |" for way, at in ways.items()]


def _suggestions(measured: Measured) -> list[str]:
    lines = [
        "Suggestions (a wish with limits, three answers):",
        "",
        "| items | way | wish | p50 ms | p95 ms | p95 CPU ms | memory MB |",
        "|---" * 7 + "|",
    ]
    for size, ways in measured.items():
        for way, at in ways.items():
            for kind in [key.removesuffix(" p50") for key in at if key.endswith(" p50")]:
                cpu = f"{at[f'{kind} cpu']:.1f}" if f"{kind} cpu" in at else ""
                cells = (f"{size:,}", way, kind, f"{at[f'{kind} p50']:.1f}", f"{at[f'{kind} p95']:.1f}", cpu, f"{at['memory']:.0f}")
                lines.append(f"| {' | '.join(cells)} |")
    return lines
