"""Pieces of an HTML resume that the layouts put together: contact lines, jobs in five shapes, education, lists."""

from html import escape

from tests.golden.reading.model import Job, Person

ICONS = {
    "address": "\uf041",
    "town": "\uf041",
    "phone": "\uf095",
    "email": "\uf0e0",
    "link": "\uf0ac",
}  # of an icon font
FONTS = {
    "zh": "'Noto Sans CJK SC','WenQuanYi Micro Hei'",
    "ja": "'Noto Sans CJK JP','WenQuanYi Micro Hei'",
    "ko": "'NanumGothic','Noto Sans CJK KR'",
}


def text(words: str) -> str:
    """Words as HTML; a break where the writer's line broke."""
    return escape(words, quote=False).replace("\n", "<br>")


def page(person: Person, css: str, body: str, *, font: str = "'Open Sans'", margin: str = "0") -> str:
    """A whole page around a body."""
    family = FONTS.get(person.language, font)
    size = "Letter" if person.country in ("US", "CA") else "A4"
    base = (
        f"@page{{size:{size};margin:{margin}}}*{{box-sizing:border-box}}"
        f"body{{margin:0;font-family:{family},'Liberation Sans',sans-serif;font-size:10.5pt;line-height:1.35;color:#222}}"
        "ul{margin:2pt 0 6pt;padding-left:14pt}li{page-break-inside:avoid}p{margin:0 0 4pt}h1,h2,h3{margin:0}"
        ".right{float:right}.ic{font-family:FontAwesome}table{border-collapse:collapse;width:100%}td{vertical-align:top}"
        ".job{page-break-inside:avoid;margin-bottom:6pt}"
    )
    title = escape(person.headings.title)
    return (
        f'<!DOCTYPE html><html lang="{person.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{base}{css}</style></head><body>{body}</body></html>"
    )


def contact_items(person: Person) -> list[tuple[str, str, str]]:
    """(kind, label, words) of everything by which the person is reached."""
    heads = person.headings
    items: list[tuple[str, str, str]] = []
    home = ", ".join(piece for piece in (person.address, person.town) if piece)
    if home:
        items.append(("address", heads.address, home))
    items += [("phone", heads.phone, shown) for shown in person.shown_phones]
    items += [("email", heads.email, shown) for shown in person.shown_emails]
    items += [("link", "", link) for link in person.links]
    return items


def contact(person: Person, style: str) -> str:
    """Contact data: labels, glyphs of an icon font, one line with bars, or bare lines."""
    items = contact_items(person)
    if style == "bar":
        return "<p class=contact>" + " &nbsp;|&nbsp; ".join(text(words) for _, _, words in items) + "</p>"
    lines = []
    for kind, label, words in items:
        if style == "icon":
            lines.append(f"<p><span class=ic>{ICONS[kind]}</span> {text(words)}</p>")
        elif style == "label" and label:
            lines.append(f"<p><b>{text(label)}:</b> {text(words)}</p>")
        else:
            lines.append(f"<p>{text(words)}</p>")
    return "<div class=contact>" + "".join(lines) + "</div>"


def bullets(job: Job) -> str:
    return "<ul>" + "".join(f"<li>{text(line)}</li>" for line in job.bullets) + "</ul>"


def job_html(job: Job, style: str) -> str:
    """One job; `style` is the order in which title, employer and dates stand."""
    title, employer, dates = text(job.title), text(job.employer), text(job.dates)
    place = text(job.place)
    if style == "when_left":
        what = f"<b>{title}</b><br><i>{employer}, {place}</i>{bullets(job)}"
        return f"<table class=job><tr><td class=when>{dates}</td><td>{what}</td></tr></table>"
    if style == "inline":
        return f"<div class=job><p><span class=right>{dates}</span><b>{title}</b>, {employer}, {place}</p>{bullets(job)}</div>"
    if style == "employer_first":
        head = f"<p><span class=right>{dates}</span><b>{employer}</b>, {place}</p><p><i>{title}</i></p>"
        return f"<div class=job>{head}{bullets(job)}</div>"
    if style == "dates_first":
        return f"<div class=job><p class=when>{dates}</p><h3>{title} | {employer}</h3>{bullets(job)}</div>"
    if style == "linkedin":
        return f"<div class=job><h3>{employer}</h3><p>{title}</p><p class=when>{dates}</p><p class=when>{place}</p>{bullets(job)}</div>"
    if style == "right_dates":
        row = f"<tr><td><b>{title}</b></td><td class=when>{dates}</td></tr><tr><td>{employer}</td><td class=when>{place}</td></tr>"
        return f"<div class=job><table>{row}</table>{bullets(job)}</div>"
    return f"<div class=job><h3>{title}</h3><p>{employer}, {place}</p><p class=when>{dates}</p>{bullets(job)}</div>"


def jobs(person: Person, style: str) -> str:
    return "".join(job_html(job, style) for job in person.jobs)


def schooling(person: Person, style: str = "stack") -> str:
    """Education, newest first."""
    rows = []
    for item in person.schooling:
        degree, school, dates = text(item.degree), text(item.school), text(item.dates)
        if style == "when_left":
            rows.append(
                f"<table class=job><tr><td class=when>{dates}</td><td><b>{degree}</b><br>{school}</td></tr></table>"
            )
        elif style == "inline":
            rows.append(f"<p><span class=right>{dates}</span><b>{degree}</b>, {school}</p>")
        else:
            rows.append(f"<div class=job><h3>{degree}</h3><p>{school}</p><p class=when>{dates}</p></div>")
    return "".join(rows)


def skills(person: Person, style: str = "list") -> str:
    if style == "comma":
        return "<p>" + ", ".join(text(skill) for skill in person.skills) + "</p>"
    if style == "bars":
        cells = "".join(
            f"<p>{text(skill)}</p><div class=bar><div style='width:{90 - 12 * nth}%'></div></div>"
            for nth, skill in enumerate(person.skills)
        )
        return f"<div>{cells}</div>"
    return "<ul>" + "".join(f"<li>{text(skill)}</li>" for skill in person.skills) + "</ul>"


def spoken(person: Person, style: str = "list") -> str:
    if style == "table":
        rows = "".join(f"<tr><td>{text(name)}</td><td>{text(level)}</td></tr>" for name, level in person.spoken)
        return f"<table class=langs>{rows}</table>"
    return "".join(f"<p>{text(name)} – {text(level)}</p>" for name, level in person.spoken)


def section(title: str, body: str) -> str:
    return f"<h2>{text(title)}</h2>{body}"


def tail(person: Person) -> str:
    """Referees and lines with numbers that are nobody's phone, where the person has any."""
    out = ""
    if person.referees:
        out += section(
            person.headings.references, "".join(f"<p>{text(who)}<br>{text(how)}</p>" for who, how in person.referees)
        )
    if person.extra:
        out += "".join(f"<p>{text(line)}</p>" for line in person.extra)
    return out
