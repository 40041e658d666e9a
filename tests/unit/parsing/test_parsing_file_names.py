"""What a file's name says about a person."""

import pytest

from screener.parsing import is_generic_name, name_in_file_name


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("Jan_de_Vries_CV_2024.pdf", "Jan de Vries"),
        ("CV-JANSEN,Piet.docx", "Piet Jansen"),
        ("简历-王小明.pdf", "王小明"),
        ("王小明_客服_3年.pdf", "王小明"),
        ("王小明简历.pdf", "王小明"),
        ("이력서_김민준.docx", "김민준"),
        ("履歴書_山田太郎.pdf", "山田太郎"),
        ("JanDeVriesCV.pdf", "Jan de Vries"),
        ("cv jan jansen.pdf", "Jan Jansen"),
        ("Resume - Maria Lopez (final).pdf", "Maria Lopez"),
        ("Lebenslauf_Jürgen_Müller.pdf", "Jürgen Müller"),
        ("May_Chen_CV.pdf", "May Chen"),
        ("Иванов Иван резюме.doc", "Иванов Иван"),
        ("CV.Marie.Dupont.pdf", "Marie Dupont"),
        ("Xanthe_Okwuosa_CV.pdf", "Xanthe Okwuosa"),
        ("Ana Díaz - Frontend Developer.pdf", "Ana Díaz"),
        ("BenHartley-CV.docx", "Ben Hartley"),
        ("MaryMurphy_cv_2026.docx", "Mary Murphy"),
        ("Bewerbung_Sofia_Weber_Anschreiben.pdf", "Sofia Weber"),
        ("folder/Piet Jansen.pdf", "Piet Jansen"),
        ("jansen_cv.pdf", None),
        ("Marketing_Manager.pdf", None),
    ],
)
def test_names(file_name: str, name: str | None) -> None:
    assert name_in_file_name(file_name) == name


@pytest.mark.parametrize(
    "file_name",
    [
        "Profile.pdf", "CV (2).docx", "CV_Jan_2024.pdf", "IMG_2041.jpg", "Scan0001.pdf", "Bewerbung.pdf", "Lebenslauf.pdf",
        "WhatsApp Image 2024-05-01 at 10.22.33.jpeg", "resume final FINAL (2).pdf", "简历.pdf", "个人简历最新版.docx", "이력서.hwp",
        "履歴書.pdf", "резюме.doc", "Curriculum Vitae.pdf", "hoja de vida.pdf", "Motivatiebrief.docx", "lettre de motivation.pdf",
        "document.pdf", "untitled.docx", "Marketing_Manager.pdf", "cover letter - new.docx", "Screenshot 2024-01-02.png",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301.pdf", "", ".pdf", "2024.pdf", "DSC00012.JPG", "CamScanner 03-12-2024.pdf",
    ],
)  # fmt: skip
def test_generic(file_name: str) -> None:
    assert is_generic_name(file_name)
    assert name_in_file_name(file_name) is None


@pytest.mark.parametrize(
    "file_name", ["jansen_cv.pdf", "Jan_de_Vries_CV.pdf", "简历-王小明.pdf", "김민준.pdf", "Nguyen.pdf"]
)
def test_not_generic(file_name: str) -> None:
    assert not is_generic_name(file_name)
