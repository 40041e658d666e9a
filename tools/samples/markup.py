"""The small markup in which the texts of the sample applicants are written, and its plain renderings.

One line is one block: `# name`, `! headline`, `@ contact | contact`, `## section`, `##> section for a side column`,
`### title | employer, place | dates`, `- point`, `* short item`; everything else is a paragraph, an empty line a gap.
"""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a section. `kind`: para, entry, point, item or gap; an entry has title, employer and dates."""

    kind: str
    parts: tuple[str, ...]


@dataclass(slots=True)
class Section:
    """A heading and what stands under it; `side` asks for the narrow column where a layout has one."""

    heading: str
    side: bool
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """One text of an applicant. A letter has one section without a heading."""

    name: str = ""
    headline: str = ""
    contacts: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def main(self) -> list[Section]:
        """The sections of the wide column."""
        return [section for section in self.sections if not section.side]

    def side(self) -> list[Section]:
        """The sections of the narrow column."""
        return [section for section in self.sections if section.side]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(" | "))


def _entry(text: str) -> tuple[str, ...]:
    """Title, employer, dates; of two parts the second is the dates if a year stands in it."""
    parts = _split(text)
    return (parts[0], "", parts[1]) if len(parts) == 2 and re.search(r"(19|20)\d\d", parts[1]) else parts


def parse(text: str) -> Paper:
    """Reads the markup."""
    paper = Paper()
    for raw in text.strip("\n").split("\n"):
        line = raw.rstrip()
        mark, _, rest = line.partition(" ")
        if mark == "#":
            paper.name = rest
        elif mark == "!":
            paper.headline = rest
        elif mark == "@":
            paper.contacts.extend(_split(rest))
        elif mark in ("##", "##>"):
            paper.sections.append(Section(rest, mark == "##>"))
        else:
            if not paper.sections:
                paper.sections.append(Section("", False))
            kind = {"###": "entry", "-": "point", "*": "item", "": "gap"}.get(mark, "para")
            parts = (line,) if kind in ("para", "gap") else _entry(rest) if kind == "entry" else (rest,)
            paper.sections[-1].blocks.append(Block(kind, parts))
    return paper


def as_text(text: str) -> str:
    """As somebody types it in an editor without formats."""
    paper = parse(text)
    lines: list[str] = []
    if paper.name:
        lines.append(paper.name)
    if paper.headline:
        lines.append(paper.headline)
    lines.extend(paper.contacts)
    for section in paper.sections:
        if section.heading:
            lines += ["", section.heading.upper(), "-" * len(section.heading)]
        elif lines:
            lines.append("")
        for block in section.blocks:
            match block.kind:
                case "entry":
                    lines.append(", ".join(part for part in block.parts if part))
                case "point" | "item":
                    lines.append("- " + block.parts[0])
                case _:
                    lines.append(block.parts[0])
    return "\n".join(lines) + "\n"


def as_markdown(text: str) -> str:
    """As Markdown."""
    paper = parse(text)
    lines = [f"# {paper.name}"] if paper.name else []
    if paper.headline:
        lines += ["", f"*{paper.headline}*"]
    if paper.contacts:
        lines += ["", " · ".join(paper.contacts)]
    for section in paper.sections:
        if section.heading:
            lines += ["", f"## {section.heading}", ""]
        elif lines:
            lines.append("")
        for block in section.blocks:
            match block.kind:
                case "entry":
                    title, *rest = (part for part in block.parts if part)
                    lines += [f"**{title}**" + "".join(f", {part}" for part in rest), ""]
                case "point" | "item":
                    lines.append("- " + block.parts[0])
                case _:
                    lines.append(block.parts[0])
    return "\n".join(lines) + "\n"
