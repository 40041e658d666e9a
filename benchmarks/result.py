"""What a benchmark says."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One measured value, good if it is at most `bound`. An `aim` is printed but breaks nothing."""

    what: str
    measured: float
    bound: float | None = None
    unit: str = ""  # "" for a ratio
    aim: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the bound is kept, or is only an aim."""
        return self.bound is None or self.aim or self.measured <= self.bound

    @property
    def verdict(self) -> str:
        """For people."""
        if self.bound is None:
            return ""
        if self.measured <= self.bound:
            return "ok"
        return "not yet (an aim)" if self.aim else "BROKEN"


def table(results: Sequence[Result]) -> str:
    """The results, one a line, in columns."""
    rows = [("what", "measured", "bound", "")]
    rows += [(one.what, _number(one.measured, one.unit), _bound(one), one.verdict) for one in results]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join([*lines, *(f"  {one.what}: {one.note}" for one in results if one.note)])


def _bound(result: Result) -> str:
    return "" if result.bound is None else f"<= {_number(result.bound, result.unit)}"


def _number(value: float, unit: str) -> str:
    if unit:
        return f"{value:,.0f} {unit}" if value >= 20 else f"{value:,.1f} {unit}"
    return f"{value:.3f}"
