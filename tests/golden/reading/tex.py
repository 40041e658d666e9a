"""Resumes as typeset by LaTeX: the class that many applicants use, and a plain article."""

from tests.golden.reading.model import Job, Person

_SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": "", "º": r"\textordmasculine{}", "ª": r"\textordfeminine{}", "«": r"\guillemotleft{}", "»": r"\guillemotright{}"}  # fmt: skip


def tex(words: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in words)


def _items(job: Job) -> str:
    return r"\begin{itemize}" + "".join(rf"\item {tex(line)}" for line in job.bullets) + r"\end{itemize}"


def moderncv(person: Person, style: str) -> str:
    """The class moderncv in one of its styles."""
    heads = person.headings
    first, _, last = person.shown_name.rpartition(" ")
    lines = [
        r"\documentclass[10pt,a4paper,sans]{moderncv}", rf"\moderncvstyle[nosymbols]{{{style}}}", r"\moderncvcolor{blue}",
        r"\usepackage[utf8]{inputenc}", r"\usepackage[T1]{fontenc}", r"\usepackage{lmodern}", r"\usepackage[scale=0.8]{geometry}", r"\pdfinfoomitdate=1", r"\pdftrailerid{}", r"\setlength{\hintscolumnwidth}{3.6cm}",
        rf"\name{{{tex(first)}}}{{{tex(last)}}}", rf"\title{{{tex(person.headline)}}}",
    ]  # fmt: skip
    if person.town:
        lines.append(
            rf"\address{{{tex(person.address or person.town)}}}{{{tex(person.town) if person.address else ''}}}{{}}"
        )
    lines += [rf"\phone[mobile]{{{tex(shown)}}}" for shown in person.shown_phones]
    lines += [rf"\email{{{tex(shown)}}}" for shown in person.shown_emails]
    if person.links:
        lines.append(rf"\extrainfo{{{', '.join(tex(link) for link in person.links)}}}")
    lines += [
        r"\begin{document}",
        r"\makecvtitle",
        rf"\section{{{tex(heads.summary)}}}",
        rf"\cvitem{{}}{{{tex(person.summary)}}}",
        rf"\section{{{tex(heads.experience)}}}",
    ]
    lines += [
        rf"\cventry{{{tex(job.dates)}}}{{{tex(job.title)}}}{{{tex(job.employer)}}}{{{tex(job.place)}}}{{}}{{{_items(job)}}}"
        for job in person.jobs
    ]
    lines += [rf"\section{{{tex(heads.education)}}}"]
    lines += [
        rf"\cventry{{{tex(item.dates)}}}{{{tex(item.degree)}}}{{{tex(item.school)}}}{{}}{{}}{{}}"
        for item in person.schooling
    ]
    lines += [
        rf"\section{{{tex(heads.languages)}}}",
        *(rf"\cvitem{{{tex(name)}}}{{{tex(level)}}}" for name, level in person.spoken),
    ]
    lines += [
        rf"\section{{{tex(heads.skills)}}}",
        rf"\cvitem{{}}{{{tex(', '.join(person.skills))}}}",
        r"\end{document}",
    ]
    return "\n".join(lines)


def article(person: Person) -> str:
    """A plain article with the dates flush right, as taught in many faculties."""
    heads = person.headings
    home = ", ".join(piece for piece in (person.address, person.town) if piece)
    reach = r" \quad ".join(
        tex(words) for words in (home, *person.shown_phones, *person.shown_emails, *person.links) if words
    )
    lines = [
        r"\documentclass[11pt,a4paper]{article}", r"\usepackage[utf8]{inputenc}", r"\usepackage[T1]{fontenc}",
        r"\usepackage[margin=22mm]{geometry}", r"\usepackage{lmodern}", r"\setlength{\parindent}{0pt}", r"\pagestyle{empty}", r"\pdfinfoomitdate=1", r"\pdftrailerid{}",
        r"\begin{document}", rf"\begin{{center}}{{\LARGE\scshape {tex(person.shown_name)}}}\\[4pt] {reach}\end{{center}}",
        rf"\section*{{{tex(heads.summary)}}}", tex(person.summary), rf"\section*{{{tex(heads.experience)}}}",
    ]  # fmt: skip
    for job in person.jobs:
        lines.append(
            rf"\textbf{{{tex(job.title)}}} \hfill {tex(job.dates)}\\ \textit{{{tex(job.employer)}}}, {tex(job.place)}"
            + _items(job)
        )
    lines.append(rf"\section*{{{tex(heads.education)}}}")
    lines += [
        rf"\textbf{{{tex(item.degree)}}}, {tex(item.school)} \hfill {tex(item.dates)}\par" for item in person.schooling
    ]
    lines += [
        rf"\section*{{{tex(heads.skills)}}}",
        tex(", ".join(person.skills)),
        rf"\section*{{{tex(heads.languages)}}}",
    ]
    lines += [tex("; ".join(f"{name} ({level})" for name, level in person.spoken)), r"\end{document}"]
    return "\n".join(lines)
