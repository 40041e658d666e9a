"""Layouts as HTML that only the kept part has, so that nothing can have been fitted to them."""

from tests.golden.reading import parts_html as parts
from tests.golden.reading.layouts_html import Render, main_column, rest, side_column
from tests.golden.reading.model import Person


def text(words: str) -> str:
    return parts.text(words)


def summary(person: Person) -> str:
    return parts.section(person.headings.summary, f"<p>{text(person.summary)}</p>")


def lists(person: Person) -> str:
    heads = person.headings
    return parts.section(heads.skills, parts.skills(person)) + parts.section(heads.languages, parts.spoken(person))


def three_columns(person: Person) -> str:
    heads = person.headings
    css = (
        "h1{font-size:25pt;text-align:center;font-weight:300}h2{font-size:11pt;color:#5b3f8c;margin:9pt 0 4pt}"
        "td.a{width:24%;padding-right:10pt}td.b{width:48%;padding:0 10pt;border-left:1px solid #ccc;border-right:1px solid #ccc}td.c{width:28%;padding-left:10pt}.when{font-size:9pt;color:#777}"
    )
    left = parts.section(heads.contact, parts.contact(person, "bare")) + lists(person)
    middle = parts.section(heads.experience, parts.jobs(person, "stack"))
    right = summary(person) + parts.section(heads.education, parts.schooling(person)) + parts.tail(person)
    body = f"<h1>{text(person.shown_name)}</h1><table><tr><td class=a>{left}</td><td class=b>{middle}</td><td class=c>{right}</td></tr></table>"
    return parts.page(person, css, body, font="'Open Sans'", margin="13mm")


def cards(person: Person) -> str:
    heads = person.headings
    css = (
        "body{background:#eef1f4}.card{background:#fff;border:1px solid #d5dbe1;border-radius:8pt;padding:8pt 12pt;margin:5pt;page-break-inside:avoid}"
        "h1{font-size:21pt}h2{font-size:11pt;color:#0b7285;margin:0 0 4pt}td.w{width:62%}.when{color:#0b7285;font-size:9pt}"
    )

    def card(inside: str) -> str:
        return f"<div class=card>{inside}</div>"

    left = card(parts.section(heads.experience, parts.jobs(person, "dates_first")))
    right = (
        card(summary(person))
        + card(parts.section(heads.education, parts.schooling(person)))
        + card(parts.section(heads.skills, parts.skills(person)))
    )
    right += card(parts.section(heads.languages, parts.spoken(person)) + parts.tail(person))
    top = card(f"<h1>{text(person.shown_name)}</h1><p>{text(person.headline)}</p>{parts.contact(person, 'icon')}")
    return parts.page(
        person, css, f"{top}<table><tr><td class=w>{left}</td><td>{right}</td></tr></table>", font="Lato", margin="10mm"
    )


def right_dates(person: Person) -> str:
    css = (
        "h1{font-size:18pt;font-weight:normal}h2{font-size:11pt;text-transform:uppercase;border-top:2px solid #000;padding-top:3pt;margin:11pt 0 4pt}"
        "td.when{width:30%;text-align:right}"
    )
    body = f"<h1>{text(person.shown_name)}</h1>{parts.contact(person, 'bar')}{main_column(person, 'right_dates', 'inline')}{rest(person)}"
    return parts.page(person, css, body, font="'PT Serif'", margin="19mm")


def form_grid(person: Person) -> str:
    """A form with a frame for a photograph, as in offices of East Asia and in application forms."""
    heads = person.headings
    css = (
        "h1{font-size:16pt;letter-spacing:8pt;text-align:center;margin-bottom:8pt}table.f{border:2px solid #000}table.f td{border:1px solid #000;padding:4pt 6pt}"
        ".k{background:#f7f7f7;width:17%;text-align:center}.face{width:18%;text-align:center;color:#999}table.f ul{margin:0}"
    )
    items = parts.contact_items(person)
    rows = f"<tr><td class=k>{text(heads.name)}</td><td colspan=2>{text(person.shown_name)}</td><td class=face rowspan={len(items) + 1}><svg width='80' height='100'><rect width='80' height='100' fill='#dde'/><circle cx='40' cy='38' r='19' fill='#a88'/></svg></td></tr>"
    rows += "".join(
        f"<tr><td class=k>{text(label or 'Web')}</td><td colspan=2>{text(words)}</td></tr>" for _, label, words in items
    )
    rows += f"<tr><td class=k colspan=4>{text(heads.education)}</td></tr>"
    rows += "".join(
        f"<tr><td class=k>{text(item.dates)}</td><td colspan=2>{text(item.school)}</td><td>{text(item.degree)}</td></tr>"
        for item in person.schooling
    )
    rows += f"<tr><td class=k colspan=4>{text(heads.experience)}</td></tr>"
    for job in person.jobs:
        rows += f"<tr><td class=k>{text(job.dates)}</td><td colspan=3><b>{text(job.employer)}</b><br>{text(job.title)}{parts.bullets(job)}</td></tr>"
    for label, inside in (
        (heads.skills, parts.skills(person, "comma")),
        (heads.languages, parts.spoken(person)),
        (heads.summary, text(person.summary)),
    ):
        rows += f"<tr><td class=k>{text(label)}</td><td colspan=3>{inside}</td></tr>"
    body = f"<h1>{text(heads.title)}</h1><table class=f>{rows}</table>{parts.tail(person)}"
    return parts.page(person, css, body, font="'Liberation Serif'", margin="15mm")


def sidebar_center(person: Person) -> str:
    """The name over a photograph in the middle of a coloured column, everything about the person below it."""
    css = (
        ".side{width:36%;background:#b5532d;color:#fff7ee;padding:24pt 14pt;height:297mm;text-align:center}.main{padding:24pt 18pt}h1{font-size:19pt;margin:10pt 0 2pt}"
        ".side h2{color:#fff7ee !important;font-size:11pt;border-bottom:1px solid #fff7ee;margin:12pt 0 4pt}.side ul{list-style:none;padding:0}h2{font-size:13pt;color:#b5532d;margin:10pt 0 4pt}.when{color:#888}.side .when{color:#f1d9c9}"
    )
    face = "<svg width='100' height='100'><circle cx='50' cy='50' r='48' fill='#f1d9c9'/><circle cx='50' cy='42' r='18' fill='#96614a'/><ellipse cx='50' cy='88' rx='30' ry='24' fill='#6b3a26'/></svg>"
    side = f"{face}<h1>{text(person.shown_name)}</h1><p>{text(person.headline)}</p>{side_column(person, 'icon')}"
    heads = person.headings
    side += parts.section(heads.education, parts.schooling(person))
    main = summary(person) + parts.section(heads.experience, parts.jobs(person, "employer_first"))
    return parts.page(
        person, css, f"<table><tr><td class=side>{side}</td><td class=main>{main}</td></tr></table>", font="Carlito"
    )


def margin_heads(person: Person) -> str:
    """Headings stand alone in a left margin, the text beside them."""
    heads = person.headings
    css = "td.m{width:22%;padding:6pt 10pt 6pt 0;text-align:right;font-weight:bold;color:#2b4c7e}td.t{padding:6pt 0 6pt 12pt}h1{font-size:20pt;margin-left:24%}.contact{margin-left:24%}"
    rows = [(heads.summary, f"<p>{text(person.summary)}</p>"), (heads.experience, parts.jobs(person, "inline"))]
    rows += [
        (heads.education, parts.schooling(person, "inline")),
        (heads.skills, parts.skills(person, "comma")),
        (heads.languages, parts.spoken(person)),
    ]
    table = "".join(f"<tr><td class=m>{text(label)}</td><td class=t>{inside}</td></tr>" for label, inside in rows)
    body = (
        f"<h1>{text(person.shown_name)}</h1>{parts.contact(person, 'bare')}<table>{table}</table>{parts.tail(person)}"
    )
    return parts.page(person, css, body, font="'PT Sans'", margin="16mm")


def infographic(person: Person) -> str:
    """Bars for skills, a dark strip across the middle with contact data in white, big numbers."""
    heads = person.headings
    css = (
        ".top{padding:24pt 28pt 10pt}h1{font-size:30pt;color:#0a3d3a;font-weight:800}.strip{background:#0a3d3a;padding:6pt 28pt}.strip p{display:inline-block;margin:0 14pt 0 0;color:#fff}"
        ".in{padding:8pt 28pt}h2{font-size:13pt;color:#e07a1f;margin:10pt 0 4pt}.bar{background:#ddd;height:6pt;margin:0 0 5pt}.bar div{background:#e07a1f;height:6pt}td.l{width:64%;padding-right:16pt}.when{color:#999}"
    )
    left = parts.section(heads.experience, parts.jobs(person, "stack")) + parts.section(
        heads.education, parts.schooling(person)
    )
    right = (
        parts.section(heads.skills, parts.skills(person, "bars"))
        + parts.section(heads.languages, parts.spoken(person))
        + parts.tail(person)
    )
    body = f"<div class=top><h1>{text(person.shown_name)}</h1><p>{text(person.headline)}</p></div><div class=strip>{parts.contact(person, 'icon')}</div>"
    body += f"<div class=in>{summary(person)}<table><tr><td class=l>{left}</td><td>{right}</td></tr></table></div>"
    return parts.page(person, css, body, font="'Open Sans'")


def zigzag(person: Person) -> str:
    """A line down the middle; jobs stand left and right of it in turn."""
    heads = person.headings
    css = "h1{font-size:22pt;text-align:center}.contact{text-align:center}h2{text-align:center;font-size:12.5pt;color:#7b1e3a;margin:10pt 0 6pt}table.z td{width:50%;padding:2pt 12pt}table.z td+td{border-left:2px solid #7b1e3a}.when{color:#7b1e3a}"
    rows = ""
    for nth, job in enumerate(person.jobs):
        inside = parts.job_html(job, "stack")
        rows += f"<tr><td>{inside}</td><td></td></tr>" if nth % 2 == 0 else f"<tr><td></td><td>{inside}</td></tr>"
    body = (
        f"<h1>{text(person.shown_name)}</h1>{parts.contact(person, 'bar')}{summary(person)}"
        + parts.section(heads.experience, f"<table class=z>{rows}</table>")
        + parts.section(heads.education, parts.schooling(person, "inline"))
        + rest(person)
    )
    return parts.page(person, css, body, font="Caladea", margin="16mm")


def typewriter(person: Person) -> str:
    """One font, one size, headings between dashes, nothing else."""
    heads = person.headings
    css = "body{font-family:'Liberation Mono','Noto Sans Mono CJK SC',monospace;font-size:9.5pt}h1,h2,h3{font-size:9.5pt;font-weight:normal}h2{margin:10pt 0 4pt}.right{float:none;display:block}"
    body = f"<h1>{text(person.shown_name.upper())}</h1>{parts.contact(person, 'bare')}"
    for title, inside in (
        (heads.summary, f"<p>{text(person.summary)}</p>"),
        (heads.experience, parts.jobs(person, "inline")),
        (heads.education, parts.schooling(person, "inline")),
        (heads.skills, parts.skills(person)),
        (heads.languages, parts.spoken(person)),
    ):
        body += f"<h2>---- {text(title)} ----</h2>{inside}"
    return parts.page(person, css, body + parts.tail(person), font="'Liberation Mono'", margin="22mm")


KEPT: dict[str, Render] = {
    "three_columns": three_columns, "cards": cards, "right_dates": right_dates, "form_grid": form_grid, "sidebar_center": sidebar_center,
    "margin_heads": margin_heads, "infographic": infographic, "zigzag": zigzag, "typewriter": typewriter,
}  # fmt: skip
