from screener.model.applicant import Found, Profile
from screener.model.document import Reading, Role
from screener.services.profiles import Paper, merged


def paper(role: Role, phone: str) -> Paper:
    profile = Profile(phones=(Found(value=phone, how="text"),))
    return Paper(name="a.pdf", role=role, reading=Reading(text="", format="pdf", engine="0"), profile=profile)


def test_one_number_read_for_two_countries_is_one_number_as_the_resume_has_it() -> None:
    papers = [paper(Role.RESUME, "+886 910 000 464"), paper(Role.COVER_LETTER, "+86 910000464")]
    assert [found.value for found in merged(papers, corrections={}).phones] == ["+886 910 000 464"]


def test_two_numbers_stay_two() -> None:
    papers = [paper(Role.RESUME, "+1 206-555-0112"), paper(Role.COVER_LETTER, "+1 206-555-0113")]
    assert len(merged(papers, corrections={}).phones) == 2
