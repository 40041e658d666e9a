"""Which documents are one person's."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from screener.intake.grouping import Grouping, Known, Paper, group
from screener.intake.people import Person, name_parts, other_name, same_name
from screener.model.applicant import Found, Job, Profile
from screener.model.document import Role, Span, Status


def paper(
    identity: int,
    name: str = "",
    *,
    email: str = "",
    phone: str = "",
    folder: str = "",
    mail: str = "",
    sender: Person | None = None,
    role: Role = Role.RESUME,
    error: str | None = None,
    file_person: str | None = None,
    sheet: str = "",
    sha: str = "",
    employer: str = "",
) -> Paper:
    jobs = (Job(title="", employer=employer, start=None, end=None, current=False, span=Span(0, 0)),) if employer else ()
    return Paper(
        id=identity,
        order=(f"{identity:03}", "", 0),
        folder=folder,
        mail=mail,
        sender=sender or Person(),
        role=role,
        status=Status.UNREADABLE if error else Status.READ,
        error=error,
        profile=Profile(
            names=(Found(value=name),) if name else (),
            emails=(Found(value=email),) if email else (),
            phones=(Found(value=phone),) if phone else (),
            jobs=jobs,
        ),
        file_person=file_person,
        sheet=sheet,
        sha256=sha or str(identity),
    )


LETTER, ANSWERS = Role.COVER_LETTER, Role.ANSWERS


def groups(grouping: Grouping) -> list[tuple[int, ...]]:
    return [tuple(sorted(one.id for one in placed.papers)) for placed in grouping.placed]


def waiting(grouping: Grouping) -> dict[int, str]:
    return {one.paper.id: one.reason for one in grouping.unsure}


def test_one_mail_is_one_person_also_when_a_friend_sends_it() -> None:
    friend = Person(names=("Megan Price",), emails=frozenset({"megan@centre.example"}))
    found = group(
        [
            paper(1, "Ana Díaz", email="ana@diaz.example", mail="m1", sender=friend),
            paper(2, mail="m1", sender=friend, role=LETTER),
            paper(3, "Ben Hart", email="ben@hart.example", mail="m2", sender=friend),
        ],
        [],
    )
    assert groups(found) == [(1, 2), (3,)]


def test_two_people_in_one_mail_are_two() -> None:
    sender = Person(names=("Job Board",), emails=frozenset({"noreply@jobs.example"}))
    found = group([paper(1, "Ana Díaz", mail="m", sender=sender), paper(2, "Ben Hart", mail="m", sender=sender)], [])
    assert groups(found) == [(1,), (2,)]


def test_a_folder_of_one_person_and_a_heap_of_several() -> None:
    found = group(
        [
            paper(1, "Ana Díaz", folder="ana"),
            paper(2, folder="ana", role=Role.CERTIFICATE),
            paper(3, "Ben Hart", folder="heap"),
            paper(4, "Cleo Lind", folder="heap"),
            paper(5, folder="heap", role=Role.CERTIFICATE),
        ],
        [],
    )
    assert groups(found) == [(1, 2), (3,), (4,)]
    assert waiting(found) == {5: "nobody_named"}


def test_four_profiles_of_four_people_stay_four() -> None:
    people = [paper(number, f"Person{number} Name{number}") for number in range(1, 5)]
    assert len(group(people, []).placed) == 4


def test_letter_finds_its_resume_by_address_phone_or_name_whichever_comes_first() -> None:
    found = group(
        [
            paper(1, email="ana@diaz.example", role=LETTER),
            paper(2, "Ana Díaz", email="ana@diaz.example"),
            paper(3, "Ben Hart", phone="+44 7700 900123", email="b@hart.example"),
            paper(4, phone="07700 900123", role=LETTER),
            paper(5, "Cleo Lind", email="c@lind.example"),
            paper(6, "CLEO LIND", role=LETTER),
        ],
        [],
    )
    assert groups(found) == [(1, 2), (3, 4), (5, 6)]
    assert [placed.reasons[max(placed.reasons)] for placed in found.placed] == ["same_email", "same_phone", "same_name"]


def test_namesakes_stay_apart_and_their_letter_waits() -> None:
    found = group(
        [
            paper(1, "Mary Murphy", email="mary@one.example"),
            paper(2, "Mary Murphy", email="mary@two.example"),
            paper(3, "Mary Murphy", role=LETTER),
        ],
        [],
    )
    assert groups(found) == [(1,), (2,)]
    assert waiting(found) == {3: "several_people"}


def test_one_address_and_two_names_waits() -> None:
    found = group(
        [paper(1, "Ana Díaz", email="x@shared.example"), paper(2, "Ben Hart", email="x@shared.example", role=LETTER)],
        [],
    )
    assert groups(found) == [(1,)]
    assert waiting(found) == {2: "same_email_other_name"}
    assert found.unsure[0].beside == (1,)


def test_a_name_in_two_scripts_is_no_other_name() -> None:
    found = group(
        [
            paper(1, "Ирина Соколова", email="i@s.example"),
            paper(2, "Irina Sokolova", email="i@s.example", role=ANSWERS),
        ],
        [],
    )
    assert groups(found) == [(1, 2)]


def test_two_resumes_of_one_name_join_only_with_a_common_employer() -> None:
    joined = group(
        [paper(1, "Ana Díaz", email="a@d.example", employer="Veloce"), paper(2, "Ana Díaz", employer="VELOCE")], []
    )
    assert groups(joined) == [(1, 2)]
    apart = group(
        [paper(1, "Ana Díaz", email="a@d.example", employer="Veloce"), paper(2, "Ana Díaz", employer="Port")], []
    )
    assert groups(apart) == [(1,)]
    assert waiting(apart) == {2: "same_name"}


def test_a_row_of_answers_needs_its_person() -> None:
    resume = paper(1, "Ana Díaz", email="ana@diaz.example")
    row = paper(2, "Ana Díaz", email="ana@diaz.example", role=ANSWERS, sheet="s")
    by_name = paper(3, "Ana Díaz", role=ANSWERS, sheet="s")
    stranger = paper(4, "Chris", email="chris@nowhere.example", role=ANSWERS, sheet="s")
    other_address = paper(5, "Ana Díaz", email="other@d.example", role=ANSWERS, sheet="s")
    assert groups(group([resume, row], [])) == [(1, 2)]
    assert groups(group([resume, by_name], [])) == [(1, 3)]
    assert waiting(group([resume, stranger], [])) == {4: "no_papers"}
    assert waiting(group([resume, other_address], [])) == {5: "same_name_other_email"}
    assert groups(group([row, stranger], [])) == [(2,), (4,)]  # a form is all that anybody sent


def test_what_could_not_be_read_is_somebody() -> None:
    found = group(
        [
            paper(1, error="image_only", role=Role.OTHER),
            paper(2, error="empty", role=Role.OTHER, sha="e"),
            paper(3, error="password_protected", role=Role.OTHER, file_person="Ben Hart"),
            paper(4, "Ben Hart", role=LETTER),
            paper(5, "An Invoice", role=Role.OTHER),
        ],
        [],
    )
    assert groups(found) == [(1,), (3, 4)]
    assert waiting(found) == {2: "nobody_named", 5: "nobody_named"}


def test_the_same_file_under_another_name_is_one_person() -> None:
    found = group([paper(1, "Ana Díaz", sha="x"), paper(2, "Ana Díaz", sha="x", mail="m")], [])
    assert groups(found) == [(1, 2)]


def test_late_papers_go_to_people_who_are_there() -> None:
    known = [
        Known(
            id=7,
            person=Person(names=("Ana Díaz",), emails=frozenset({"ana@diaz.example"})),
            folders=frozenset({"/in/ana"}),
            hashes=frozenset({"h"}),
        ),
        Known(id=8, person=Person(names=("Ben Hart",))),
    ]
    found = group(
        [
            paper(1, email="ana@diaz.example", role=LETTER),
            paper(2, folder="/in/ana", role=Role.CERTIFICATE),
            paper(3, "Ben Hart", role=LETTER),
            paper(4, "Cleo Lind"),
            paper(5, sha="h", mail="m"),
            paper(6, mail="m", role=LETTER),
        ],
        known,
    )
    assert {placed.application: tuple(sorted(one.id for one in placed.papers)) for placed in found.placed} == {
        7: (1, 2, 5, 6),
        8: (3,),
        None: (4,),
    }


def test_two_known_people_are_never_joined() -> None:
    known = [Known(id=number, person=Person(emails=frozenset({"same@x.example"}))) for number in (1, 2)]
    found = group([paper(1, email="same@x.example", role=LETTER)], known)
    assert [placed.application for placed in found.placed] == [1]


def test_names() -> None:
    assert same_name("Ana Díaz", "DIAZ Ana")
    assert same_name("Ana M. Díaz", "Ana Díaz")
    assert same_name("王 小明", "王小明")
    assert same_name("Jan-Peter de Vries", "Jan Peter de Vries")
    assert not same_name("Ana Díaz", "Ana Ruiz")
    assert not same_name("Ana", "Ana Díaz")
    assert not same_name("", "Ana")
    assert not other_name("Ana", "Ana Díaz")
    assert other_name("Ana Díaz", "Ben Hart")
    assert other_name("Mary Murphy", "Mark Murphy")
    assert not other_name("Dec Moore", "Declan Moore")
    assert not other_name("Wang Li", "王丽")
    assert name_parts("O'Neill, Jack") == ("o'neill", "jack")


PEOPLE = ["Ana Díaz", "Ben Hart", "Cleo Lind", ""]
MAILS = ["ana@x.example", "ben@x.example", "shared@x.example", ""]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PEOPLE),
            st.sampled_from(MAILS),
            st.sampled_from([Role.RESUME, Role.COVER_LETTER, Role.ANSWERS, Role.CERTIFICATE, Role.OTHER]),
            st.sampled_from(["", "f1", "f2"]),
            st.sampled_from(["", "m1"]),
            st.sampled_from([None, "image_only", "empty"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_everybody_has_one_place_and_order_does_not_matter(
    rows: list[tuple[str, str, Role, str, str, str | None]], random: object
) -> None:
    papers = [
        paper(index, name, email=email, role=role, folder=folder, mail=mail, error=error)
        for index, (name, email, role, folder, mail, error) in enumerate(rows)
    ]
    first = group(papers, [])
    placed = [one.id for two in first.placed for one in two.papers] + [one.paper.id for one in first.unsure]
    assert sorted(placed) == [one.id for one in papers]
    random.shuffle(papers)  # type: ignore[attr-defined]
    again = group([replace(one) for one in papers], [])
    assert (groups(again), waiting(again)) == (groups(first), waiting(first))
    for two in first.placed:  # nobody is joined with somebody whose name is another, unless a folder or a mail says so
        people = [one.person.names[0] for one in two.papers if one.person.names]
        assert len(set(people)) <= 1
