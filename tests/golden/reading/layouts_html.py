"""The layouts of the first part as HTML; browsers and converters make them PDF, and some are sent as they are."""

from collections.abc import Callable

from tests.golden.reading import parts_html as parts
from tests.golden.reading.model import Person

Render = Callable[[Person], str]
MAIN = ("summary", "jobs", "education")


def rest(person: Person) -> str:
    heads = person.headings
    return (
        parts.section(heads.skills, parts.skills(person, "comma"))
        + parts.section(heads.languages, parts.spoken(person))
        + parts.tail(person)
    )


def main_column(person: Person, style: str, schooling: str = "stack") -> str:
    heads = person.headings
    return (
        parts.section(heads.summary, f"<p>{parts.text(person.summary)}</p>")
        + parts.section(heads.experience, parts.jobs(person, style))
        + parts.section(heads.education, parts.schooling(person, schooling))
    )


def side_column(person: Person, contact: str) -> str:
    heads = person.headings
    return (
        parts.section(heads.contact, parts.contact(person, contact))
        + parts.section(heads.skills, parts.skills(person))
        + parts.section(heads.languages, parts.spoken(person))
        + parts.tail(person)
    )


def ats_plain(person: Person) -> str:
    css = "h1{font-size:17pt}h2{font-size:12pt;border-bottom:1px solid #000;margin:10pt 0 4pt}"
    body = f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'bar')}{main_column(person, 'inline', 'inline')}{rest(person)}"
    return parts.page(person, css, body, font="'Liberation Sans'", margin="18mm")


def sidebar(person: Person, side: str, ground: str, ink: str, contact: str) -> str:
    css = (
        f"html,body{{height:100%}}.side{{width:33%;background:{ground};color:{ink};padding:26pt 14pt;height:100%}}"
        ".main{padding:26pt 20pt}.all{height:295mm}h1{font-size:22pt;line-height:1.1}h2{font-size:12pt;margin:12pt 0 4pt;text-transform:uppercase}"
        ".when{color:#777;font-size:9pt}h3{font-size:11pt}"
    )
    main = f"<td class=main><h1>{parts.text(person.shown_name)}</h1><p>{parts.text(person.headline)}</p>{main_column(person, 'stack')}</td>"
    aside = f"<td class=side>{side_column(person, contact)}</td>"
    cells = aside + main if side == "left" else main + aside
    return parts.page(person, css, f"<table class=all><tr>{cells}</tr></table>", font="Lato")


def sidebar_left(person: Person) -> str:
    return sidebar(person, "left", "#1f3a4d", "#ffffff", "icon")


def sidebar_right(person: Person) -> str:
    return sidebar(person, "right", "#ececec", "#333333", "label")


def two_columns(person: Person) -> str:
    heads = person.headings
    css = "td.c{width:50%;padding:0 9pt}h1{font-size:20pt;text-align:center}h2{color:#8a2b2b;font-size:12pt;margin:8pt 0 3pt}.contact{text-align:center}.when{font-style:italic}"
    left = parts.section(heads.experience, parts.jobs(person, "dates_first"))
    right = (
        parts.section(heads.summary, f"<p>{parts.text(person.summary)}</p>")
        + parts.section(heads.education, parts.schooling(person))
        + parts.section(heads.skills, parts.skills(person))
        + parts.section(heads.languages, parts.spoken(person))
        + parts.tail(person)
    )
    top = f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'bar')}"
    return parts.page(
        person,
        css,
        f"{top}<table><tr><td class=c>{left}</td><td class=c>{right}</td></tr></table>",
        font="Carlito",
        margin="15mm",
    )


def invisible_table(person: Person) -> str:
    heads = person.headings
    css = "td.when{width:28%;padding-right:10pt}h1{font-size:18pt}h2{font-size:12pt;margin:12pt 0 5pt;letter-spacing:.5pt}.pd td:first-child{width:28%}"
    rows = "".join(
        f"<tr><td>{parts.text(label or 'Web')}:</td><td>{parts.text(words)}</td></tr>"
        for _, label, words in parts.contact_items(person)
    )
    body = (
        f"<h1>{parts.text(heads.title)}</h1>" + parts.section(heads.contact, f"<table class=pd><tr><td>{parts.text(heads.name)}:</td><td>{parts.text(person.shown_name)}</td></tr>{rows}</table>")
        + main_column(person, "when_left", "when_left") + rest(person)
    )  # fmt: skip
    return parts.page(person, css, body, font="'PT Serif'", margin="20mm")


def grid_table(person: Person) -> str:
    heads = person.headings
    css = "table.g td,table.g th{border:1px solid #444;padding:3pt 5pt;text-align:left}table.g th{width:26%;background:#f0f0f0}h1{font-size:15pt;text-align:center;margin-bottom:8pt}table.g ul{margin:0}"
    rows = [(heads.name, parts.text(person.shown_name))]
    rows += [(label or "Web", parts.text(words)) for _, label, words in parts.contact_items(person)]
    rows.append((heads.summary, parts.text(person.summary)))
    grid = "".join(f"<tr><th>{parts.text(label)}</th><td>{words}</td></tr>" for label, words in rows)
    grid += f"<tr><th colspan=2>{parts.text(heads.experience)}</th></tr>"
    for job in person.jobs:
        grid += f"<tr><td>{parts.text(job.dates)}</td><td><b>{parts.text(job.title)}</b>, {parts.text(job.employer)}, {parts.text(job.place)}{parts.bullets(job)}</td></tr>"
    grid += f"<tr><th colspan=2>{parts.text(heads.education)}</th></tr>"
    for item in person.schooling:
        grid += (
            f"<tr><td>{parts.text(item.dates)}</td><td>{parts.text(item.degree)}, {parts.text(item.school)}</td></tr>"
        )
    grid += f"<tr><th>{parts.text(heads.skills)}</th><td>{parts.skills(person, 'comma')}</td></tr>"
    grid += f"<tr><th>{parts.text(heads.languages)}</th><td>{parts.spoken(person)}</td></tr>"
    return parts.page(
        person,
        css,
        f"<h1>{parts.text(heads.title)}</h1><table class=g>{grid}</table>{parts.tail(person)}",
        font="'Liberation Serif'",
        margin="16mm",
    )


def timeline(person: Person) -> str:
    css = "td.when{width:24%;text-align:right;padding-right:10pt;color:#1b6b72;font-weight:bold;border-right:2pt solid #1b6b72}table.job td+td{padding-left:12pt}table.job{margin:0}h1{font-size:24pt;font-weight:300}h2{font-size:13pt;color:#1b6b72;margin:12pt 0 6pt}"
    body = f"<h1>{parts.text(person.shown_name)}</h1><p>{parts.text(person.headline)}</p>{parts.contact(person, 'icon')}{main_column(person, 'when_left', 'when_left')}{rest(person)}"
    return parts.page(person, css, body, font="'Open Sans'", margin="16mm")


def europass(person: Person) -> str:
    heads = person.headings
    css = "td.l{width:30%;text-align:right;padding:0 10pt 6pt 0;color:#0e4194;border-right:1pt solid #0e4194}td.r{padding:0 0 6pt 10pt}table.e ul{margin:0}.brand{color:#0e4194;font-size:15pt;margin-bottom:8pt}table.langs td{border:1px solid #bbb;padding:2pt}"
    rows: list[tuple[str, str]] = [
        (heads.contact.upper(), f"<b style='font-size:14pt'>{parts.text(person.shown_name)}</b>")
    ]
    rows += [(label, parts.text(words)) for _, label, words in parts.contact_items(person)]
    rows.append((heads.summary.upper(), parts.text(person.summary)))
    rows.append((heads.experience.upper(), ""))
    rows += [
        (
            job.dates,
            f"<b>{parts.text(job.title)}</b><br>{parts.text(job.employer)}, {parts.text(job.place)}{parts.bullets(job)}",
        )
        for job in person.jobs
    ]
    rows.append((heads.education.upper(), ""))
    rows += [
        (item.dates, f"<b>{parts.text(item.degree)}</b><br>{parts.text(item.school)}") for item in person.schooling
    ]
    rows.append((heads.languages.upper(), parts.spoken(person, "table")))
    rows.append((heads.skills.upper(), parts.skills(person, "comma")))
    table = "".join(f"<tr><td class=l>{parts.text(label)}</td><td class=r>{words}</td></tr>" for label, words in rows)
    return parts.page(
        person,
        css,
        f"<p class=brand>europass &nbsp; Curriculum Vitae</p><table class=e>{table}</table>{parts.tail(person)}",
        font="'Liberation Sans'",
        margin="14mm",
    )


def linkedin(person: Person) -> str:
    heads = person.headings
    css = ".side{width:31%;background:#293e49;color:#e1e8ed;padding:30pt 14pt;height:295mm}.main{padding:30pt 26pt}h1{font-size:24pt;font-weight:400}h2{font-size:14pt;font-weight:400;margin:14pt 0 5pt}.side h2{font-size:12pt}.when{color:#888;font-size:9.5pt}.job h3{font-size:11.5pt;font-weight:600}"
    side = (
        parts.section(heads.contact, parts.contact(person, "bare"))
        + parts.section(heads.skills, "".join(f"<p>{parts.text(skill)}</p>" for skill in person.skills))
        + parts.section(
            heads.languages,
            "".join(f"<p>{parts.text(name)} ({parts.text(level)})</p>" for name, level in person.spoken),
        )
    )
    town = f"<p class=when>{parts.text(person.town)}</p>" if person.town else ""
    main = f"<h1>{parts.text(person.shown_name)}</h1><p>{parts.text(person.headline)}</p>{town}{main_column(person, 'linkedin')}{parts.tail(person)}"
    return parts.page(
        person, css, f"<table><tr><td class=side>{side}</td><td class=main>{main}</td></tr></table>", font="'Open Sans'"
    )


def header_band(person: Person) -> str:
    css = ".band{background:#7a2048;color:#fff;padding:22pt 28pt}.band h1{font-size:26pt}.band p{margin:0 12pt 0 0;display:inline-block}.in{padding:10pt 28pt}h2{background:#2f2f2f;color:#fff;font-size:11pt;padding:2pt 6pt;margin:9pt 0 5pt;display:block}"
    band = f"<div class=band><h1>{parts.text(person.shown_name)}</h1><p>{parts.text(person.headline)}</p><div>{parts.contact(person, 'icon')}</div></div>"
    return parts.page(
        person,
        css,
        f"{band}<div class=in>{main_column(person, 'employer_first', 'inline')}{rest(person)}</div>",
        font="Lato",
    )


def footer_contact(person: Person) -> str:
    css = "h1{font-size:19pt;text-align:right}h2{font-size:11.5pt;border-left:5pt solid #d08b00;padding-left:6pt;margin:10pt 0 4pt}.foot{position:fixed;bottom:0;left:0;right:0;border-top:1px solid #999;font-size:8.5pt;text-align:center;padding-top:4pt}"
    body = f"<h1>{parts.text(person.shown_name)}</h1>{main_column(person, 'inline', 'inline')}{rest(person)}<div class=foot>{parts.contact(person, 'bar')}</div>"
    return parts.page(person, css, body, font="'PT Sans'", margin="15mm 15mm 22mm")


def spaced_caps(person: Person) -> str:
    css = "h1{font-size:19pt;letter-spacing:6pt;text-align:center;font-weight:300;text-transform:uppercase}h2{font-size:10.5pt;letter-spacing:4pt;text-transform:uppercase;text-align:center;margin:12pt 0 5pt}.contact{text-align:center}.when{color:#666}"
    body = f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'bar')}{main_column(person, 'dates_first', 'inline')}{rest(person)}"
    return parts.page(person, css, body, font="Lato", margin="20mm")


def small_caps(person: Person) -> str:
    css = "h1{font-size:22pt;font-variant:small-caps}h2{font-variant:small-caps;font-size:14pt;border-bottom:1pt solid #345;margin:9pt 0 4pt;font-weight:400}"
    body = f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'label')}{main_column(person, 'employer_first')}{rest(person)}"
    return parts.page(person, css, body, font="Caladea", margin="18mm")


def photo(person: Person) -> str:
    face = "<svg width='90' height='110'><rect width='90' height='110' fill='#c9d6df'/><circle cx='45' cy='42' r='22' fill='#8a6f5a'/><ellipse cx='45' cy='108' rx='40' ry='38' fill='#52616b'/></svg>"
    css = ".top td{padding-bottom:8pt}h1{font-size:20pt}h2{font-size:12.5pt;color:#52616b;margin:10pt 0 4pt;border-bottom:1px dotted #52616b}.when{color:#52616b}td.when{width:25%}"
    top = f"<table class=top><tr><td><h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'label')}</td><td style='width:100px'>{face}</td></tr></table>"
    return parts.page(
        person,
        css,
        f"{top}{main_column(person, 'when_left', 'when_left')}{rest(person)}",
        font="Carlito",
        margin="17mm",
    )


def creative(person: Person) -> str:
    css = ".blob{background:#ffcf33;padding:24pt 30pt 14pt;border-bottom-right-radius:120pt}h1{font-size:34pt;line-height:1;color:#123}h2{display:inline-block;background:#123;color:#ffcf33;padding:1pt 8pt;margin:10pt 0 5pt;font-size:12pt}.in{padding:4pt 30pt}h3{color:#b0413e}.turn{position:absolute;right:-40pt;top:330pt;transform:rotate(90deg);font-size:26pt;color:#e8e8e8;font-weight:bold}"
    first, _, last = person.shown_name.rpartition(" ")
    name = f"{parts.text(first)}<br>{parts.text(last)}" if first else parts.text(last)
    body = f"<div class=blob><h1>{name}</h1><p>{parts.text(person.headline)}</p>{parts.contact(person, 'icon')}</div><div class=in>{main_column(person, 'stack')}{rest(person)}</div>"
    return parts.page(person, css, body, font="'Open Sans'")


def academic(person: Person) -> str:
    heads = person.headings
    css = "h1{font-size:16pt;text-align:center;font-weight:normal}h2{font-size:11.5pt;font-weight:bold;margin:11pt 0 4pt}.contact{text-align:center}td.when{width:20%}"
    body = (
        f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'bare')}"
        + parts.section(heads.education, parts.schooling(person, "when_left"))
        + parts.section(heads.experience, parts.jobs(person, "when_left"))
        + parts.section(heads.summary, f"<p>{parts.text(person.summary)}</p>") + rest(person)
    )  # fmt: skip
    return parts.page(person, css, body, font="'CMU Serif','Liberation Serif'", margin="25mm")


def functional(person: Person) -> str:
    heads = person.headings
    css = "h1{font-size:20pt}h2{font-size:12pt;color:#2c5d34;margin:10pt 0 4pt}"
    lines = [line for job in person.jobs for line in job.bullets]
    list_of_work = "".join(
        f"<p>{parts.text(job.title)}, {parts.text(job.employer)}, {parts.text(job.place)} ({parts.text(job.dates)})</p>"
        for job in person.jobs
    )
    body = (
        f"<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'bar')}"
        + parts.section(heads.summary, f"<p>{parts.text(person.summary)}</p>")
        + parts.section(heads.skills, parts.skills(person, "comma") + "<ul>" + "".join(f"<li>{parts.text(line)}</li>" for line in lines) + "</ul>")
        + parts.section(heads.experience, list_of_work)
        + parts.section(heads.education, parts.schooling(person, "inline")) + parts.section(heads.languages, parts.spoken(person)) + parts.tail(person)
    )  # fmt: skip
    return parts.page(person, css, body, font="'PT Sans'", margin="18mm")


def letter_resume(person: Person) -> str:
    css = ".letter{page-break-after:always}.letter p{margin-bottom:10pt}h1{font-size:18pt}h2{font-size:12pt;margin:9pt 0 4pt;border-bottom:1px solid #888}"
    sender = f"<p>{parts.text(person.shown_name)}</p>{parts.contact(person, 'bare')}"
    letter = f"<div class=letter>{sender}<br><p>{parts.text(person.greeting)}</p>" + "".join(
        f"<p>{parts.text(line)}</p>" for line in person.letter
    )
    letter += f"<p>{parts.text(person.closing)}</p><p>{parts.text(person.name)}</p></div>"
    body = f"{letter}<h1>{parts.text(person.shown_name)}</h1>{parts.contact(person, 'label')}{main_column(person, 'inline', 'inline')}{rest(person)}"
    return parts.page(person, css, body, font="'Liberation Sans'", margin="22mm")


TUNE: dict[str, Render] = {
    "ats_plain": ats_plain, "sidebar_left": sidebar_left, "sidebar_right": sidebar_right, "two_columns": two_columns,
    "invisible_table": invisible_table, "grid_table": grid_table, "timeline": timeline, "europass": europass, "linkedin": linkedin,
    "header_band": header_band, "footer_contact": footer_contact, "spaced_caps": spaced_caps, "small_caps": small_caps, "photo": photo,
    "creative": creative, "academic": academic, "functional": functional, "letter_resume": letter_resume,
}  # fmt: skip
