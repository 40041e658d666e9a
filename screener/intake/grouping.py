"""Which documents are one person's. A pure function of what was read: the order of reading, and of import, does not matter.

Witnesses from strong to weak: one mail, one folder that holds one person's papers, the same e-mail address, the same phone, the
same whole name, a person's name in the file's name. Papers of different people are never joined in silence: where
witnesses disagree, or several people fit, the document waits for the owner.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from screener.intake.people import NameIndex, Person, digits, same_name
from screener.language.normalise import normalise
from screener.model.applicant import Profile
from screener.model.document import Role, Status

_NO_PAPER = ("empty", "not_supported")  # nobody's resume can be in these
_SPEAKS = (
    Role.RESUME,
    Role.COVER_LETTER,
    Role.ANSWERS,
)  # papers that say whose they are; a certificate names its school too
_MOST_PAPERS = 15  # a folder with more than this is a heap, not one person's


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A staged document as grouping sees it."""

    id: int
    order: tuple[str, str, int]  # path, member, row: the order of the files
    folder: str  # the folder or archive it lies in; "" for one that says nothing (the import's own root)
    mail: str  # the mail it came in, "" for none
    sender: Person = field(default_factory=Person)
    role: Role
    status: Status
    error: str | None
    profile: Profile
    file_person: str | None  # the person's name in the file's name, None where it is generic
    sheet: str = ""  # the answer sheet it is a row of
    sha256: str = ""

    @property
    def readable(self) -> bool:
        """Whether there is text to judge."""
        return self.status is not Status.UNREADABLE

    @property
    def person(self) -> Person:
        """What the paper itself says of whose it is."""
        if not self.readable or self.role not in _SPEAKS:
            return Person()
        profile = self.profile
        return Person(
            names=tuple(found.value for found in profile.names[:1]),
            emails=frozenset(found.value.lower() for found in profile.emails),
            phones=frozenset(digits(found.value) for found in profile.phones),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An application that is there already, with a name to show when the owner is asked."""

    id: int
    person: Person
    folders: frozenset[str] = field(default_factory=frozenset)  # those that hold papers of nobody else
    hashes: frozenset[str] = field(default_factory=frozenset)  # of its resumes


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Papers that go together: to `application`, or to a new one if it is None. `reasons`: paper id -> code of the witness."""

    application: int | None
    papers: tuple[Paper, ...]
    reasons: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A paper that waits for the owner: why, and whose it may be.

    `applications` are there already; `beside` are papers of this import whose applications come into being with it.
    """

    paper: Paper
    reason: str
    applications: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Every paper stands in exactly one of the two."""

    placed: tuple[Placed, ...]
    unsure: tuple[Unsure, ...]


class _Cluster:
    """Papers that belong together so far."""

    def __init__(self, papers: list[Paper], reason: str, known: Known | None = None) -> None:
        self.papers = papers
        self.reasons = {paper.id: reason for paper in papers}
        self.known = known
        self.person = known.person if known else Person()
        for paper in papers:
            self.person = self.person.joined(paper.person)
        for paper in papers:
            # The sender is the person unless the papers name somebody else: a job board or a friend may have sent them.
            alike = self.person.named_alike(paper.sender) or not self.person.emails
            if alike and not self.person.names_differ(paper.sender):
                self.person = self.person.joined(paper.sender)

    @property
    def file_person(self) -> str | None:
        return next((paper.file_person for paper in self.papers if paper.file_person), None)

    @property
    def has_resume(self) -> bool:
        return any(paper.role is Role.RESUME for paper in self.papers)

    @property
    def only_row(self) -> bool:
        return self.known is None and all(paper.sheet for paper in self.papers)

    def take(self, other: "_Cluster", reason: str) -> None:
        self.papers += other.papers
        self.reasons |= {paper.id: reason for paper in other.papers}
        self.person = self.person.joined(other.person)


_Result = tuple[list[_Cluster], list[Unsure]]


def group(papers: Iterable[Paper], known: Iterable[Known]) -> Grouping:
    """Gives every paper to an application, old or new, or lets it wait."""
    ordered = sorted(papers, key=lambda paper: (paper.order, paper.id))
    clusters = [_Cluster([], "", one) for one in sorted(known, key=lambda one: one.id)]
    unsure: list[Unsure] = []
    clusters += _bundles(ordered)
    steps: tuple[Callable[[list[_Cluster]], _Result], ...] = (
        lambda some: _join(some, _same_file, "same_file"),
        lambda some: _join(some, _same_folder, "same_folder"),
        lambda some: _join(some, _same_email, "same_email"),
        lambda some: _join(some, _same_phone, "same_phone"),
        _join_by_name,
        _join_by_file_name,
        _leftovers,
    )
    for step in steps:
        clusters, waiting = step(clusters)
        unsure += waiting
    placed = tuple(
        Placed(application=one.known.id if one.known else None, papers=tuple(one.papers), reasons=one.reasons)
        for one in clusters
        if one.papers
    )
    return Grouping(placed=placed, unsure=tuple(sorted(unsure, key=lambda one: one.paper.order)))


def _bundles(papers: Sequence[Paper]) -> list[_Cluster]:
    """Mails and folders of one person; everything else by itself."""
    heaps: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.sheet:
            heaps["row", str(paper.id)].append(paper)
        elif paper.mail:
            heaps["mail", paper.mail].append(paper)
        elif paper.folder:
            heaps["folder", paper.folder].append(paper)
        else:
            heaps["file", str(paper.id)].append(paper)
    clusters: list[_Cluster] = []
    for (kind, _), heap in heaps.items():
        if kind in ("file", "row") or (len(heap) <= _MOST_PAPERS and _one_person(heap)):
            reason = {"file": "own_file", "row": "own_row", "mail": "same_mail", "folder": "same_folder"}[kind]
            clusters.append(_Cluster(heap, reason))
        else:
            clusters += [_Cluster([paper], "own_file") for paper in heap]
    return clusters


def _one_person(heap: Sequence[Paper]) -> bool:
    """Whether nothing in the heap speaks of a second person, and no two resumes of unknown people lie side by side."""
    speaking = [paper for paper in heap if paper.person.names or paper.person.emails]
    for index, one in enumerate(speaking):
        for other in speaking[index + 1 :]:
            a, b = one.person, other.person
            if a.names_differ(b) or (a.emails_differ(b) and not a.named_alike(b)):
                return False
    named = [paper.file_person for paper in heap if paper.file_person]
    if any(not same_name(named[0], other) and len(other.split()) > 1 for other in named[1:]):
        return False
    silent = [paper for paper in heap if paper.role is Role.RESUME and not (paper.person.names or paper.person.emails)]
    return len(silent) <= 1


def _join(clusters: list[_Cluster], keys: Callable[[_Cluster], frozenset[str]], reason: str) -> _Result:
    """Joins clusters that share a key. Where the names are different people's, the later papers wait."""
    kept: list[_Cluster] = []
    unsure: list[Unsure] = []
    by_key: dict[str, _Cluster] = {}
    for cluster in clusters:
        home = next((by_key[key] for key in sorted(keys(cluster)) if key in by_key), None)
        if home is None or cluster.known is not None:
            kept.append(cluster)
            home = cluster
        elif home.person.names_differ(cluster.person):
            unsure += _wait(cluster, f"{reason}_other_name", [home])
            continue
        else:
            home.take(cluster, reason)
        for key in sorted(keys(home)):
            by_key.setdefault(key, home)
    return kept, unsure


def _same_file(cluster: _Cluster) -> frozenset[str]:
    own = {paper.sha256 for paper in cluster.papers if _could_be_resume(paper) and paper.sha256}
    return frozenset(own | (cluster.known.hashes if cluster.known else frozenset()))


def _could_be_resume(paper: Paper) -> bool:
    return paper.role is Role.RESUME or (not paper.readable and paper.error not in _NO_PAPER)


def _same_folder(cluster: _Cluster) -> frozenset[str]:
    if cluster.known is not None:
        return cluster.known.folders
    return frozenset(paper.folder for paper in cluster.papers if cluster.reasons[paper.id] == "same_folder")


def _same_email(cluster: _Cluster) -> frozenset[str]:
    return cluster.person.emails


def _same_phone(cluster: _Cluster) -> frozenset[str]:
    return frozenset(phone for phone in cluster.person.phones if len(phone) >= 7)


def _join_by_name(clusters: list[_Cluster]) -> _Result:
    """Joins letters, answers and resumes of the same whole name where exactly one person fits."""
    kept = [one for one in clusters if one.known is not None]
    unsure: list[Unsure] = []
    index = NameIndex()
    for number, one in enumerate(kept):
        index.add(number, one.person.names)
    # People with a resume first, so that a letter finds its resume whichever file comes first.
    for cluster in sorted((one for one in clusters if one.known is None), key=lambda one: not one.has_resume):
        alike = [one for one in index.may_be(cluster.person.names) if kept[one].person.named_alike(cluster.person)]
        fitting = [one for one in alike if not kept[one].person.emails_differ(cluster.person)]
        only = kept[fitting[0]] if len(fitting) == 1 else None
        if only is not None and (not (cluster.has_resume and _resumes(only)) or _same_career(cluster, only)):
            only.take(cluster, "same_name")
            index.add(fitting[0], only.person.names)
        elif fitting:
            reason = "several_people" if only is None else "same_name"
            unsure += _wait(cluster, reason, [kept[one] for one in fitting])
        elif alike and (not cluster.has_resume or any(_same_career(cluster, kept[one]) for one in alike)):
            unsure += _wait(cluster, "same_name_other_email", [kept[one] for one in alike])
        else:
            index.add(len(kept), cluster.person.names)
            kept.append(cluster)
    return kept, unsure


def _resumes(cluster: _Cluster) -> bool:
    # What a known application holds is not looked up again: it may well have a resume.
    return cluster.known is not None or cluster.has_resume


def _same_career(one: _Cluster, other: _Cluster) -> bool:
    """Whether two resumes name a common employer or school."""
    return bool(_places_of_work(one) & _places_of_work(other))


def _places_of_work(cluster: _Cluster) -> frozenset[str]:
    found: set[str] = set()
    for paper in cluster.papers:
        found.update(normalise(job.employer).text for job in paper.profile.jobs if job.employer)
        found.update(normalise(course.institution).text for course in paper.profile.education if course.institution)
    return frozenset(found)


def _join_by_file_name(clusters: list[_Cluster]) -> _Result:
    """Papers that say nothing themselves go where the name in their file's name belongs."""
    kept: list[_Cluster] = []
    unsure: list[Unsure] = []
    silent: list[tuple[_Cluster, str]] = []
    for cluster in clusters:
        name = cluster.file_person
        speaks = cluster.known is not None or cluster.person.names or cluster.person.emails
        if speaks or name is None:
            kept.append(cluster)
        else:
            silent.append((cluster, name))
    index = NameIndex()
    for number, one in enumerate(kept):
        index.add(number, _called(one))
    for cluster, name in silent:
        fitting = [one for one in index.may_be([name]) if any(same_name(name, known) for known in _called(kept[one]))]
        if len(fitting) == 1 and (not cluster.has_resume or not _readable_resume(kept[fitting[0]])):
            kept[fitting[0]].take(cluster, "file_name")
            index.add(fitting[0], _called(kept[fitting[0]]))
        elif fitting:
            unsure += _wait(cluster, "file_name", [kept[one] for one in fitting])
        else:
            index.add(len(kept), _called(cluster))
            kept.append(cluster)
    return kept, unsure


def _called(cluster: _Cluster) -> tuple[str, ...]:
    return (*cluster.person.names, cluster.file_person or "")


def _readable_resume(cluster: _Cluster) -> bool:
    return any(paper.role is Role.RESUME and paper.readable for paper in cluster.papers)


def _leftovers(clusters: list[_Cluster]) -> _Result:
    """Papers that make nobody: a certificate nobody owns, an invoice, a row of answers whose person sent no papers."""
    kept: list[_Cluster] = []
    unsure: list[Unsure] = []
    people_with_papers = any(one.known is not None or not one.only_row for one in clusters)
    for cluster in clusters:
        if cluster.known is not None or cluster.has_resume:
            kept.append(cluster)
        elif cluster.only_row:
            if people_with_papers:
                unsure += _wait(cluster, "no_papers", [])
            else:
                kept.append(cluster)
        elif any(paper.role in _SPEAKS and paper.readable for paper in cluster.papers):
            if cluster.person.names or cluster.person.emails:
                kept.append(cluster)
            else:
                unsure += _wait(cluster, "nobody_named", [])
        elif any(_could_be_resume(paper) for paper in cluster.papers):
            kept.append(cluster)  # could not be read is not nothing: it may be somebody's resume
        else:
            unsure += _wait(cluster, "nobody_named", [])
    return kept, unsure


def _wait(cluster: _Cluster, reason: str, homes: Sequence[_Cluster]) -> list[Unsure]:
    """The papers of a cluster wait; of its possible homes those are named that are, or become, applications."""
    witnesses = tuple(paper.id for home in homes for paper in home.papers[:1])
    known = tuple(home.known.id for home in homes if home.known is not None)
    return [Unsure(paper=paper, reason=reason, applications=known, beside=witnesses) for paper in cluster.papers]
